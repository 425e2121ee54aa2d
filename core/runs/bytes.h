// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <bit>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

/// The binary forms of this folder: little endian, no padding, numbers as themselves (NaN and infinity included).
namespace convscope {

class ByteWriter
{
public:
    template<typename Number>
    void number(Number value)
    {
        if constexpr (std::is_same_v<Number, double>) {
            number(std::bit_cast<quint64>(value));
        } else if constexpr (std::is_same_v<Number, float>) {
            number(std::bit_cast<quint32>(value));
        } else {
            static_assert(std::is_integral_v<Number>);
            const Number little = qToLittleEndian(value);
            m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
        }
    }

    void text(const std::string &value)
    {
        number(quint32(value.size()));
        m_bytes.append(value.data(), qsizetype(value.size()));
    }

    /// Without their count.
    void floats(const std::vector<float> &values)
    {
        const qsizetype start = m_bytes.size();
        m_bytes.resize(start + qsizetype(values.size() * sizeof(float)));
        qToLittleEndian<float>(values.data(), qsizetype(values.size()), m_bytes.data() + start);
    }

    /// Without their count.
    void raw(const QByteArray &bytes) { m_bytes += bytes; }

    void reserve(qsizetype size) { m_bytes.reserve(size); }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what may be damaged: after the first thing that is not there everything reads as 0, and ok() is false. No memory is
/// taken for more than there are bytes.
class ByteReader
{
public:
    explicit ByteReader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    bool ok() const { return m_ok; }
    /// All was read, and nothing is left.
    bool atEnd() const { return m_ok && m_at == m_bytes.size(); }
    qsizetype left() const { return m_bytes.size() - m_at; }
    /// What was read so far makes no sense.
    void refuse() { m_ok = false; }

    template<typename Number>
    Number number()
    {
        if constexpr (std::is_same_v<Number, double>) {
            return std::bit_cast<double>(number<quint64>());
        } else if constexpr (std::is_same_v<Number, float>) {
            return std::bit_cast<float>(number<quint32>());
        } else {
            const char *from = take(sizeof(Number));
            return from ? qFromLittleEndian<Number>(from) : Number(0);
        }
    }

    std::string text()
    {
        const quint32 size = number<quint32>();
        const char *from = take(size);
        return from ? std::string(from, size) : std::string();
    }

    std::vector<float> floats(qint64 count)
    {
        if (count < 0 || count > left() / qint64(sizeof(float))) {
            refuse();
        }
        const char *from = take(m_ok ? count * qint64(sizeof(float)) : 0);
        std::vector<float> values;
        if (from) {
            values.resize(std::size_t(count));
            qFromLittleEndian<float>(from, count, values.data());
        }
        return values;
    }

private:
    /// nullptr where there is not that much.
    const char *take(qint64 size)
    {
        m_ok = m_ok && size <= left();
        if (!m_ok) {
            return nullptr;
        }
        const char *from = m_bytes.constData() + m_at;
        m_at += size;
        return from;
    }

    const QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

} // namespace convscope
