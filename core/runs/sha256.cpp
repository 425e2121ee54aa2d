// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/sha256.h"

#ifdef CONVSCOPE_HAS_OPENSSL
#include <openssl/evp.h>

#include <new>
#else
#include <QCryptographicHash>
#endif

namespace convscope {

#ifdef CONVSCOPE_HAS_OPENSSL

struct Sha256::State
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    ~State() { EVP_MD_CTX_free(context); }

    /// OpenSSL fails here only where there is no memory.
    static void check(int done)
    {
        if (done != 1) {
            throw std::bad_alloc();
        }
    }
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
    State::check(m_state->context && EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr));
}

void Sha256::add(QByteArrayView bytes)
{
    State::check(EVP_DigestUpdate(m_state->context, bytes.data(), std::size_t(bytes.size())));
}

QByteArray Sha256::result()
{
    QByteArray result(32, Qt::Uninitialized);
    State::check(EVP_DigestFinal_ex(m_state->context, reinterpret_cast<unsigned char *>(result.data()), nullptr));
    return result;
}

#else

struct Sha256::State
{
    QCryptographicHash hash{QCryptographicHash::Sha256};
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
}

void Sha256::add(QByteArrayView bytes)
{
    m_state->hash.addData(bytes);
}

QByteArray Sha256::result()
{
    return m_state->hash.result();
}

#endif

Sha256::~Sha256() = default;

} // namespace convscope
