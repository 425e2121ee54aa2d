// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparedruns.h"

#include "ui/models/whendone.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

namespace convscope {

namespace {

// Where no data are open: Fashion-MNIST's.
constexpr int usualSide = 28;
constexpr int usualClasses = 10;

/// The views know a run by its pointer, and needn't work for one in which nothing has happened.
bool isUnchanged(const ComparedRun &before, const ComparedRun &now)
{
    return before.id == now.id && before.name == now.name && before.tags == now.tags && before.state == now.state && before.parent == now.parent
        && before.dataChecksum == now.dataChecksum && before.epochs.size() == now.epochs.size() && before.experiment == now.experiment
        && before.multiplications == now.multiplications;
}

} // namespace

ComparedRuns::ComparedRuns(Inspection &inspection, QObject *parent)
    : QObject(parent)
    , m_inspection(inspection)
{
}

void ComparedRuns::setListed(const QHash<QString, int> &numbers, const std::map<int, ComparedRunPtr> &session)
{
    m_numbers = numbers;
    for (const auto &[number, run] : session) {
        const auto before = m_session.find(number);
        if (before == m_session.end() || !isUnchanged(*before->second, *run)) {
            m_session.insert_or_assign(number, run);
        }
    }
    std::erase_if(m_session, [&session](const auto &entry) { return session.count(entry.first) == 0; });
    merge();
    read();
}

void ComparedRuns::read()
{
    const Laboratory *laboratory = m_inspection.laboratory();
    if (!laboratory) {
        return;
    }
    if (m_isReading) {
        m_readsAgain = true;
        return;
    }
    m_isReading = true;
    const DatasetPtr data = m_inspection.data();
    whenDone(this, laboratory->compare(m_stored, data ? data->side : usualSide, data ? data->classes : usualClasses), [this](const Result<ComparedList> &list) {
            m_isReading = false;
            if (list) {
                m_stored = list.value().runs;
                merge();
                tellOnce(list.value().problems);
            } else {
                Q_EMIT failed(list.error());
            }
            if (m_readsAgain) {
                m_readsAgain = false;
                read();
            }
        });
}

/// They are read again at every change.
void ComparedRuns::tellOnce(const QStringList &problems)
{
    for (const QString &problem : problems) {
        if (!m_told.contains(problem)) {
            m_told << problem;
            Q_EMIT failed(problem);
        }
    }
}

void ComparedRuns::merge()
{
    std::map<int, ComparedRunPtr> byNumber = m_session;
    for (const ComparedRunPtr &run : m_stored) {
        if (const int number = m_numbers.value(run->id); number > 0) {
            byNumber.emplace(number, run); // one of this session stays: it knows the probabilities, too
        }
    }
    std::vector<ComparedRow> rows;
    for (auto entry = byNumber.rbegin(); entry != byNumber.rend(); ++entry) {
        rows.push_back({entry->first, entry->second});
    }
    const QStringList before = tags();
    m_all = std::move(rows);
    show();
    if (tags() != before) {
        Q_EMIT tagsChanged();
    }
}

void ComparedRuns::show()
{
    std::vector<ComparedRow> rows;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(rows), [this](const ComparedRow &row) { return isShown(row); });
    const auto isSame = [](const ComparedRow &a, const ComparedRow &b) { return a.number == b.number && a.run == b.run; };
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), isSame)) {
        return;
    }
    m_rows = std::move(rows);
    Q_EMIT rowsChanged();
}

bool ComparedRuns::isShown(const ComparedRow &row) const
{
    if (!m_tag.isEmpty() && !row.run->tags.contains(m_tag)) {
        return false;
    }
    const QString text = QStringLiteral("%1 %2 %3").arg(QString::number(row.number), row.run->name, row.run->tags.join(QLatin1Char(' ')));
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void ComparedRuns::setShown(const QString &search, const QString &tag)
{
    m_words = search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_tag = tag;
    show();
}

QStringList ComparedRuns::tags() const
{
    QStringList tags;
    for (const ComparedRow &row : m_all) {
        tags << row.run->tags;
    }
    tags.removeDuplicates();
    tags.sort(Qt::CaseInsensitive);
    return tags;
}

ComparedRunPtr ComparedRuns::run(int number) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [number](const ComparedRow &row) { return row.number == number; });
    return found == m_all.end() ? nullptr : found->run;
}

void ComparedRuns::setTicked(int number, bool ticked)
{
    if (ticked ? m_ticked.insert(number).second : m_ticked.erase(number) > 0) {
        Q_EMIT ticksChanged();
    }
}

void ComparedRuns::setTicked(const std::set<int> &numbers)
{
    if (numbers != m_ticked) {
        m_ticked = numbers;
        Q_EMIT ticksChanged();
    }
}

std::vector<ComparedRow> ComparedRuns::tickedRows() const
{
    std::vector<ComparedRow> rows;
    for (auto row = m_all.rbegin(); row != m_all.rend(); ++row) {
        if (isTicked(row->number)) {
            rows.push_back(*row);
        }
    }
    return rows;
}

void ComparedRuns::select(int number)
{
    if (number != m_selected) {
        m_selected = number;
        Q_EMIT selectedChanged(number);
    }
}

QString numberedName(const ComparedRow &row)
{
    return QStringLiteral("%1 %2").arg(QLocale().toString(row.number), row.run->name);
}

} // namespace convscope
