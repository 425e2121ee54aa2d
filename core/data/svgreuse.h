// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace convscope {

/// How much a drawing draws when each `use` element draws again what it refers to. Told element by element in the order of the document;
/// costs are in bytes of text, pictures as their own.
class SvgReuse
{
public:
    /// `id` may be empty.
    void begin(const QString &id);
    /// Of the innermost open element.
    void addCost(qint64 cost);
    /// The innermost open element draws that of the id.
    void use(const QString &id);
    void end();
    /// Of the whole drawing; infinite where an element contains itself.
    double cost() const;

private:
    struct Element
    {
        double cost = 0.0; ///< its own and of what it contains, without uses
        std::vector<std::size_t> children; ///< those that contain uses
        std::vector<QString> uses;
    };
    class Counter;

    std::vector<Element> m_elements;
    std::vector<std::size_t> m_open;
    QHash<QString, std::vector<std::size_t>> m_named;
};

} // namespace convscope
