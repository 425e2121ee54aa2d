// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <charconv>
#include <cmath>
#include <initializer_list>
#include <type_traits>
#include <utility>

namespace convscope {

/// How numbers are written: 0.25 with commas between the columns, or 0,25 with semicolons, as spreadsheets expect it
/// where the comma is the decimal mark. Everything else is the same in every language.
enum class CsvStyle { Point, Comma };

/// Writes one line after the other in a style. Numbers have all digits that they need to be read back; NaN is "nan".
class CsvWriter
{
public:
    explicit CsvWriter(CsvStyle style);

    void titles(std::initializer_list<const char *> names);
    template<typename T>
    void number(T value)
    {
        // The shortest text that reads back as the same number; not touched by the locale.
        char text[64];
        const auto end = std::to_chars(text, text + sizeof text, value).ptr;
        QByteArray bytes(text, end - text);
        if constexpr (std::is_floating_point_v<T>) {
            if (std::isnan(value)) {
                bytes = "nan";
            }
            if (m_style == CsvStyle::Comma) {
                bytes.replace('.', ',');
            }
        }
        cell(bytes);
    }
    void endLine();
    QByteArray take() { return std::move(m_bytes); }

private:
    void cell(const QByteArray &bytes);

    CsvStyle m_style;
    QByteArray m_bytes;
    bool m_atStart = true;
};

} // namespace convscope
