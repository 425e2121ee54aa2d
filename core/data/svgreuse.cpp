// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/svgreuse.h"

#include <limits>
#include <optional>

namespace convscope {

void SvgReuse::begin(const QString &id)
{
    m_open.push_back(m_elements.size());
    if (!id.isEmpty()) {
        m_named[id].push_back(m_elements.size());
    }
    m_elements.emplace_back();
}

void SvgReuse::addCost(qint64 cost)
{
    if (!m_open.empty()) {
        m_elements[m_open.back()].cost += double(cost);
    }
}

void SvgReuse::use(const QString &id)
{
    m_elements[m_open.back()].uses.push_back(id);
}

void SvgReuse::end()
{
    const std::size_t ended = m_open.back();
    m_open.pop_back();
    if (!m_open.empty()) {
        Element &around = m_elements[m_open.back()];
        around.cost += m_elements[ended].cost;
        if (!m_elements[ended].uses.empty() || !m_elements[ended].children.empty()) {
            around.children.push_back(ended);
        }
    }
}

/// Each element once.
class SvgReuse::Counter
{
public:
    explicit Counter(const SvgReuse &reuse)
        : m_reuse(reuse)
        , m_known(reuse.m_elements.size())
        , m_isOpen(reuse.m_elements.size())
    {
    }

    /// Of everything that an element draws.
    double drawn(std::size_t index)
    {
        if (m_isOpen[index]) {
            return std::numeric_limits<double>::infinity();
        }
        if (!m_known[index]) {
            m_isOpen[index] = true;
            const Element &element = m_reuse.m_elements[index];
            double sum = element.cost;
            for (const std::size_t child : element.children) {
                sum += drawn(child) - m_reuse.m_elements[child].cost; // which is in the element's own
            }
            for (const QString &id : element.uses) {
                for (const std::size_t target : m_reuse.m_named.value(id)) {
                    sum += drawn(target);
                }
            }
            m_isOpen[index] = false;
            m_known[index] = sum;
        }
        return *m_known[index];
    }

private:
    const SvgReuse &m_reuse;
    std::vector<std::optional<double>> m_known;
    std::vector<bool> m_isOpen;
};

double SvgReuse::cost() const
{
    return m_elements.empty() ? 0.0 : Counter(*this).drawn(0);
}

} // namespace convscope
