// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/csvwriter.h"

namespace convscope {

CsvWriter::CsvWriter(CsvStyle style)
    : m_style(style)
{
}

void CsvWriter::titles(std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        cell(QByteArray(name));
    }
    endLine();
}

void CsvWriter::endLine()
{
    m_bytes += '\n';
    m_atStart = true;
}

void CsvWriter::cell(const QByteArray &bytes)
{
    if (!m_atStart) {
        m_bytes += m_style == CsvStyle::Point ? ',' : ';';
    }
    m_bytes += bytes;
    m_atStart = false;
}

} // namespace convscope
