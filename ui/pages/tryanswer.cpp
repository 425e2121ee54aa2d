// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tryanswer.h"

#include "core/inspection/mirrorcheck.h"
#include "ui/theme.h"
#include "ui/views/icons.h"
#include "ui/views/picturestrip.h"
#include "ui/views/probabilitybars.h"
#include "ui/views/stillbox.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace convscope {

namespace {

constexpr int seenEdge = 142; // five pixels for each, and the frame
/// Nobody reads faster; the bars follow every stroke.
constexpr auto wordsInterval = 100ms;

QString percent(float share)
{
    return QStringLiteral("%1\u00a0%").arg(QLocale().toString(100.0 * double(share), 'f', 1));
}

} // namespace

TryAnswer::TryAnswer(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    m_pace.setSingleShot(true);
    m_pace.setInterval(wordsInterval);
    connect(&m_pace, &QTimer::timeout, this, [this] {
        if (m_isStale) {
            updateTexts();
            m_pace.start();
        }
    });
}

void TryAnswer::setupUi()
{
    m_seen = new PictureStrip(this);
    m_seen->setObjectName(QStringLiteral("seenPicture"));
    m_seen->setEdge(seenEdge);
    m_seen->setFixedWidth(seenEdge + 24);
    m_verdict = new QLabel(this);
    m_verdict->setObjectName(QStringLiteral("verdictLabel"));
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    QFont font = m_verdict->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setBold(true);
    m_verdict->setFont(font);
    m_detail = new QLabel(this);
    m_detail->setObjectName(QStringLiteral("verdictDetail"));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_agreement = new QLabel(this);
    m_agreement->setObjectName(QStringLiteral("agreementLabel"));
    m_agreement->setWordWrap(true);
    m_agreement->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_agreement->setMinimumHeight(2 * m_agreement->fontMetrics().lineSpacing()); // nothing moves when there is something to say
    m_agreement->setTextFormat(Qt::PlainText);
    m_start = new QPushButton(this);
    m_start->setObjectName(QStringLiteral("tryStartButton"));
    m_start->setIcon(themedIcon("start"));
    m_mirror = new QPushButton(this);
    m_mirror->setObjectName(QStringLiteral("mirrorButton"));
    m_bars = new ProbabilityBars(this);
    m_bars->setObjectName(QStringLiteral("probabilityBars"));
    m_sorted = new QCheckBox(this);
    m_sorted->setObjectName(QStringLiteral("sortedBox"));
    auto *exporter = new ViewExport(QStringLiteral("probabilities"), m_bars, [this] { return m_bars->table(); });
    m_export = new QToolButton(this);
    m_export->setObjectName(QStringLiteral("probabilitiesExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setAutoRaise(true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setMenu(exporter->menu());

    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    words->addWidget(new StillBox(m_verdict));
    words->addWidget(new StillBox(m_detail));
    words->addWidget(m_mirror, 0, Qt::AlignLeft);
    words->addWidget(m_start, 0, Qt::AlignLeft);
    words->addStretch(1);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_seen, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto *below = new QHBoxLayout;
    below->addWidget(m_sorted);
    below->addStretch(1);
    below->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_bars);
    layout->addLayout(below);
    m_agreementBox = new StillBox(m_agreement);
    layout->addWidget(m_agreementBox);
    layout->addStretch(1);

    connect(m_mirror, &QPushButton::clicked, this, &TryAnswer::mirrorRequested);
    connect(m_start, &QPushButton::clicked, this, &TryAnswer::startRequested);
    connect(m_sorted, &QCheckBox::toggled, m_bars, &ProbabilityBars::setSorted);
    connect(m_bars, &ProbabilityBars::classClicked, this, &TryAnswer::classChosen);
    connect(exporter, &ViewExport::failed, this, &TryAnswer::failed);
}

void TryAnswer::setData(const DatasetPtr &dataset)
{
    m_data = dataset;
    updateTexts();
}

void TryAnswer::setTrueClass(int label)
{
    m_trueClass = label;
    m_bars->setTrueClass(label);
    updateTexts();
}

void TryAnswer::setTitles(const QString &run, const QString &otherRun)
{
    m_run = run;
    m_otherRun = otherRun;
    m_bars->setTitles(run, otherRun);
    updateTexts();
}

void TryAnswer::addChoice(QWidget *choice)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_agreementBox), choice);
}

void TryAnswer::setJudgement(const Judgement &judgement)
{
    m_judgement = judgement;
    showBars();
    m_isStale = m_pace.isActive();
    if (!m_isStale) {
        updateTexts();
        m_pace.start();
    }
}

void TryAnswer::setMissing(const QString &sentence, bool canStart)
{
    m_missing = sentence;
    m_canStart = canStart;
    updateTexts();
}

QString TryAnswer::verdict() const
{
    return m_verdict->text();
}

QString TryAnswer::className(int label) const
{
    return m_data && label < m_data->classes ? m_data->className(label) : QString::number(label);
}

QStringList TryAnswer::classNames(int classes) const
{
    QStringList names;
    for (int label = 0; label < classes; ++label) {
        names << className(label);
    }
    return names;
}

QString TryAnswer::verdictText() const
{
    if (!m_missing.isEmpty()) {
        return QString();
    }
    const int best = ProbabilityBars::mostLikely(m_judgement.probabilities);
    return best < 0 ? QString() : className(best);
}

/// Whether both networks see the same.
QString TryAnswer::agreementText() const
{
    const int one = ProbabilityBars::mostLikely(m_judgement.probabilities);
    const int other = ProbabilityBars::mostLikely(m_judgement.otherProbabilities);
    if (one < 0 || other < 0 || !m_missing.isEmpty()) {
        return QString();
    }
    const QString share = percent(m_judgement.probabilities[std::size_t(one)]);
    const QString otherShare = percent(m_judgement.otherProbabilities[std::size_t(other)]);
    if (one == other) {
        return tr("%1 and %2 agree: %3 (%4 and %5).").arg(m_run, m_otherRun, className(one), share, otherShare);
    }
    return tr("They disagree: %1 says %2 (%3), %4 says %5 (%6).").arg(m_run, className(one), share, m_otherRun, className(other), otherShare);
}

void TryAnswer::showBars()
{
    const std::vector<float> &p = m_judgement.probabilities;
    const int classes = m_data ? m_data->classes : p.empty() ? 10 : int(p.size());
    m_bars->setClassNames(classNames(classes));
    m_bars->setProbabilities(p);
    m_bars->setOther(m_judgement.otherProbabilities);
}

void TryAnswer::updateTexts()
{
    m_isStale = false;
    showBars();
    const std::vector<float> &p = m_judgement.probabilities;
    const int best = ProbabilityBars::mostLikely(p);
    const QImage seen = m_judgement.prepared.picture.values.empty() ? QImage() : imageOf(m_judgement.prepared.picture);
    m_seen->setItems({{seen, tr("What it sees"), seen.isNull() ? QString() : QStringLiteral("%1 × %2").arg(seen.width()).arg(seen.height())}});
    m_verdict->setText(verdictText());
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    QString detail = m_missing;
    if (detail.isEmpty() && !m_judgement.problem.isEmpty()) {
        detail = m_judgement.problem;
    } else if (detail.isEmpty() && best >= 0) {
        const float share = p[std::size_t(best)];
        detail = share >= 0.9f ? tr("%1: the network is sure.").arg(percent(share))
            : share >= 0.5f    ? tr("%1: the network leans to it.").arg(percent(share))
                               : tr("%1: the network is undecided.").arg(percent(share));
        if (m_trueClass >= 0) {
            detail += QLatin1Char(' ') + (m_trueClass == best ? tr("It is right.") : tr("It is wrong: %1.").arg(className(m_trueClass)));
        }
    } else if (detail.isEmpty() && m_judgement.prepared.isEmpty) {
        detail = m_judgement.pictureNumber == 0 ? QString() : tr("There is nothing in the picture that differs from its background.");
    }
    m_detail->setText(detail);
    m_agreement->setText(agreementText());
    m_start->setVisible(m_canStart && !m_missing.isEmpty());
    const int mirrored = mirroredIsSurer(p, m_judgement.mirrored) ? ProbabilityBars::mostLikely(m_judgement.mirrored) : -1;
    m_mirror->setVisible(mirrored >= 0 && m_missing.isEmpty());
    if (mirrored >= 0) {
        m_mirror->setText(tr("Mirrored: %1, %2").arg(className(mirrored), percent(m_judgement.mirrored[std::size_t(mirrored)])));
    }
}

void TryAnswer::retranslateUi()
{
    m_sorted->setText(tr("Most &likely first"));
    m_sorted->setToolTip(tr("Else the classes keep their order."));
    m_start->setText(tr("&Start training"));
    m_start->setToolTip(tr("Train the network that is chosen in the experiment form; the bars move while it learns."));
    m_mirror->setToolTip(tr("The network is surer of the mirrored picture. In Fashion-MNIST nearly all shoes point left, so it has hardly seen any that point right. Click to mirror the picture."));
    m_export->setAccessibleName(tr("Export the probabilities"));
    m_export->setToolTip(tr("Save or copy the bars and their numbers."));
    m_seen->setAccessibleName(tr("What the network sees"));
    m_seen->setToolTip(tr("The picture as the network gets it."));
    updateTexts();
}

} // namespace convscope
