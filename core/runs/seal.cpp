// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/seal.h"

#include "core/runs/sha256.h"

#include <QtEndian>

namespace convscope {

namespace {

void addSize(Sha256 &hash, char kind, qint64 number)
{
    char bytes[9] = {kind};
    qToLittleEndian(number, bytes + 1);
    hash.add(QByteArrayView(bytes, sizeof bytes));
}

} // namespace

QByteArray sealOf(const char *table, const QVariantList &columns)
{
    Sha256 hash;
    hash.add(QByteArrayView(table));
    for (const QVariant &column : columns) {
        if (column.typeId() == QMetaType::QByteArray) {
            const QByteArray bytes = column.toByteArray();
            addSize(hash, 'b', bytes.size());
            hash.add(bytes);
        } else if (column.typeId() == QMetaType::QString) {
            const QByteArray bytes = column.toString().toUtf8();
            addSize(hash, 't', bytes.size());
            hash.add(bytes);
        } else {
            addSize(hash, 'i', column.toLongLong());
        }
    }
    return hash.result();
}

} // namespace convscope
