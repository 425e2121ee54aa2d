// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/csvchoice.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

namespace convscope {

namespace {

const QString styleKey = QStringLiteral("curves/csvDecimalComma"); // the curves were the first to have it

} // namespace

CsvStyle chosenCsvStyle()
{
    return QSettings().value(styleKey, false).toBool() ? CsvStyle::Comma : CsvStyle::Point;
}

CsvChoice::CsvChoice(QMenu *menu)
    : QObject(menu)
{
    menu->addSeparator();
    m_point = menu->addAction(QString());
    m_comma = menu->addAction(QString());
    m_point->setObjectName(QStringLiteral("csvPointAction"));
    m_comma->setObjectName(QStringLiteral("csvCommaAction"));
    auto *group = new QActionGroup(menu);
    for (QAction *action : {m_point, m_comma}) {
        action->setCheckable(true);
        group->addAction(action);
    }
    connect(m_point, &QAction::triggered, this, [] { QSettings().setValue(styleKey, false); });
    connect(m_comma, &QAction::triggered, this, [] { QSettings().setValue(styleKey, true); });
    connect(menu, &QMenu::aboutToShow, this, &CsvChoice::showChoice); // another menu may have changed it
    menu->setToolTipsVisible(true);
    showChoice();
    retranslate();
}

void CsvChoice::showChoice()
{
    (chosenCsvStyle() == CsvStyle::Comma ? m_comma : m_point)->setChecked(true);
}

void CsvChoice::retranslate()
{
    m_point->setText(tr("Numbers like 0.25, columns split by commas"));
    m_comma->setText(tr("Numbers like 0,25, columns split by semicolons"));
    m_point->setToolTip(tr("For programs, and for spreadsheets in English."));
    m_comma->setToolTip(tr("For spreadsheets in languages with a decimal comma."));
}

} // namespace convscope
