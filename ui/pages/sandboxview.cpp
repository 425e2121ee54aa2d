// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sandboxview.h"

#include "ui/pages/operationtransport.h"
#include "ui/views/flowlayout.h"
#include "ui/views/numbergridview.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace convscope {

namespace {

using sandbox::KernelPreset;
using sandbox::PicturePreset;

constexpr std::array kernelPresets = {KernelPreset::SobelVertical, KernelPreset::SobelHorizontal, KernelPreset::Edges,
                                      KernelPreset::Blur,          KernelPreset::Sharpen,         KernelPreset::Identity};
constexpr std::array picturePresets = {PicturePreset::Bar, PicturePreset::Checkerboard, PicturePreset::Crop};
constexpr std::array kernelSizes = {3, 5, 7};

std::vector<float> asFloats(const std::vector<double> &values)
{
    return {values.begin(), values.end()};
}

} // namespace

SandboxView::SandboxView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("sandboxView"));
    setupUi();
    connectSignals();
    retranslateUi();
    takeKernelPreset();
    takePicturePreset();
}

void SandboxView::setupUi()
{
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_transport = new OperationTransport(this);
    m_transport->playButton()->setObjectName(QStringLiteral("sandboxPlay"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(createChoices());
    layout->addWidget(m_text);
    layout->addWidget(createStage(), 1);
    layout->addWidget(m_transport);
    m_timer.setInterval(m_transport->milliseconds());
}

QWidget *SandboxView::createChoices()
{
    auto *choices = new QWidget(this);
    auto *layout = new FlowLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const auto add = [&](QLabel *&label, const QList<QWidget *> &fields) {
        auto *group = new QWidget(choices);
        auto *row = new QHBoxLayout(group);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        label = new QLabel(group);
        label->setBuddy(fields.front());
        row->addWidget(label);
        for (QWidget *field : fields) {
            row->addWidget(field);
        }
        layout->addWidget(group);
    };
    const auto spin = [&](const char *name, int low, int high, int value) {
        auto *box = new QSpinBox(choices);
        box->setObjectName(QString::fromLatin1(name));
        box->setRange(low, high);
        box->setValue(value);
        return box;
    };
    const auto combo = [&](const char *name) {
        auto *box = new QComboBox(choices);
        box->setObjectName(QString::fromLatin1(name));
        return box;
    };
    m_picturePreset = combo("sandboxPicture");
    m_side = spin("sandboxSide", 5, 14, 9);
    m_kernelPreset = combo("sandboxKernel");
    m_kernelSize = combo("sandboxKernelSize");
    for (const int size : kernelSizes) {
        m_kernelSize->addItem(QStringLiteral("%1 × %1").arg(size));
    }
    m_stride = spin("sandboxStride", 1, 4, 1);
    m_padding = spin("sandboxPadding", 0, 3, 0);
    add(m_pictureLabel, {m_picturePreset, m_side});
    add(m_kernelLabel, {m_kernelPreset, m_kernelSize});
    add(m_strideLabel, {m_stride});
    add(m_paddingLabel, {m_padding});
    return choices;
}

QWidget *SandboxView::createStage()
{
    auto *stage = new QWidget(this);
    stage->setObjectName(QStringLiteral("sandboxStage"));
    m_pictureView = new NumberGridView(NumberGridView::Use::Paint, stage);
    m_pictureView->setObjectName(QStringLiteral("sandboxPictureView"));
    m_kernelView = new NumberGridView(NumberGridView::Use::Edit, stage);
    m_kernelView->setObjectName(QStringLiteral("sandboxKernelView"));
    m_productsView = new NumberGridView(NumberGridView::Use::Show, stage);
    m_resultView = new NumberGridView(NumberGridView::Use::Choose, stage);
    m_resultView->setObjectName(QStringLiteral("sandboxResultView"));
    m_formula = new QLabel(stage);
    m_formula->setObjectName(QStringLiteral("sandboxFormula"));
    m_sum = new QLabel(stage);
    m_sum->setObjectName(QStringLiteral("sandboxSum"));
    for (QLabel *label : {m_formula, m_sum}) {
        label->setWordWrap(true);
        QFont large = label->font();
        large.setPointSizeF(large.pointSizeF() * 1.25);
        label->setFont(large);
    }
    NumberGridView *views[] = {m_pictureView, m_kernelView, m_productsView, m_resultView};
    for (int i = 0; i < 4; ++i) {
        m_panels[i] = new QWidget(stage);
        m_titles[i] = new QLabel(m_panels[i]);
        QFont bold = font();
        bold.setBold(true);
        m_titles[i]->setFont(bold);
        auto *panel = new QVBoxLayout(m_panels[i]);
        panel->setContentsMargins(0, 0, 0, 0);
        panel->setSpacing(2);
        panel->addWidget(m_titles[i]);
        panel->addWidget(views[i], 1);
    }
    m_grid = new QGridLayout(stage);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    arrange();
    m_exporter = new ViewExport(QStringLiteral("convolution"), stage, [this] { return table(); });
    return stage;
}

/// Picture, kernel, products, result: in one row where there is room, else in two.
void SandboxView::arrange()
{
    for (int i = 0; i < 4; ++i) {
        m_grid->addWidget(m_panels[i], m_isWide ? 0 : i / 2, m_isWide ? i : i % 2);
        m_grid->setColumnStretch(i, m_isWide || i < 2 ? 1 : 0);
    }
    m_grid->setRowStretch(0, 1);
    m_grid->setRowStretch(1, m_isWide ? 0 : 1);
    m_grid->addWidget(m_sum, 2, 0, 1, m_isWide ? 4 : 2);
    m_grid->addWidget(m_formula, 3, 0, 1, m_isWide ? 4 : 2);
}

void SandboxView::connectSignals()
{
    connect(m_picturePreset, &QComboBox::currentIndexChanged, this, &SandboxView::takePicturePreset);
    connect(m_side, &QSpinBox::valueChanged, this, &SandboxView::takePicturePreset);
    connect(m_kernelPreset, &QComboBox::currentIndexChanged, this, &SandboxView::takeKernelPreset);
    connect(m_kernelSize, &QComboBox::currentIndexChanged, this, &SandboxView::takeKernelPreset);
    connect(m_stride, &QSpinBox::valueChanged, this, &SandboxView::compute);
    connect(m_padding, &QSpinBox::valueChanged, this, &SandboxView::compute);
    connect(m_pictureView, &NumberGridView::cellChanged, this, [this](int index, double value) {
        m_picture.values[std::size_t(index)] = float(value);
        m_isDrawn = true;
        compute();
    });
    connect(m_kernelView, &NumberGridView::cellChanged, this, [this](int index, double value) {
        m_kernel.values[std::size_t(index)] = float(value);
        compute();
    });
    connect(m_resultView, &NumberGridView::cellChosen, this, [this](int index) {
        m_place = index;
        showPlace();
    });
    connect(m_transport, &OperationTransport::playRequested, this, &SandboxView::setPlaying);
    connect(m_transport, &OperationTransport::speedChanged, &m_timer, qOverload<int>(&QTimer::setInterval));
    m_transport->rememberSpeed(QStringLiteral("operation/sandboxSpeed"));
    connect(&m_timer, &QTimer::timeout, this, &SandboxView::advance);
}

void SandboxView::setPicture(const Picture &picture)
{
    if (picture == m_testPicture) {
        return;
    }
    m_testPicture = picture;
    if (picturePresets[std::size_t(m_picturePreset->currentIndex())] == PicturePreset::Crop && !m_isDrawn) {
        takePicturePreset();
    }
}

void SandboxView::takePicturePreset()
{
    const PicturePreset preset = picturePresets[std::size_t(std::max(0, m_picturePreset->currentIndex()))];
    m_isDrawn = false;
    m_picture = preset == PicturePreset::Crop ? sandbox::cropOf(m_testPicture, m_side->value()) : sandbox::pictureOf(preset, m_side->value());
    compute();
}

void SandboxView::takeKernelPreset()
{
    m_kernel = sandbox::kernelOf(kernelPresets[std::size_t(std::max(0, m_kernelPreset->currentIndex()))], kernelSizes[std::size_t(m_kernelSize->currentIndex())]);
    compute();
}

void SandboxView::compute()
{
    if (m_picture.values.empty() || m_kernel.values.empty()) {
        return;
    }
    m_result = sandbox::convolved(m_picture, m_kernel, m_stride->value(), m_padding->value());
    m_place = std::clamp(m_place, 0, std::max(0, int(m_result.values.size()) - 1));
    using Kind = numbers::ColorScale::Kind;
    const numbers::ColorScale kernelScale = numbers::scaleFor(Kind::Diverging, m_kernel.values);
    m_pictureView->setColorScale(numbers::scaleFor(Kind::Grey, {}));
    m_pictureView->setDecimals(1);
    m_pictureView->setPadding(m_padding->value());
    m_pictureView->setGrid(m_picture);
    m_kernelView->setColorScale(kernelScale);
    m_kernelView->setDecimals(2);
    m_kernelView->setGrid(m_kernel);
    m_productsView->setColorScale(kernelScale); // pictures reach from 0 to 1
    m_productsView->setDecimals(2);
    m_resultView->setColorScale(numbers::scaleFor(Kind::Diverging, m_result.values));
    m_resultView->setDecimals(1);
    m_resultView->setGrid(m_result);
    m_formula->setText(sizeFormula());
    showPlace();
}

QString SandboxView::sizeFormula() const
{
    const int n = m_picture.width, k = m_kernel.width, p = m_padding->value(), s = m_stride->value();
    if (m_result.values.empty()) {
        return tr("A kernel of %1 × %1 does not fit on a picture of %2 × %2 with padding %3. Choose a smaller kernel or more padding.").arg(k).arg(n).arg(p);
    }
    return tr("Side of the result = ⌊(n + 2p − k) / s⌋ + 1 = ⌊(%1 + 2 · %2 − %3) / %4⌋ + 1 = %5").arg(n).arg(p).arg(k).arg(s).arg(m_result.width);
}

void SandboxView::showPlace()
{
    if (m_result.values.empty()) {
        setPlaying(false);
        m_pictureView->setWindow({});
        m_productsView->setGrid({});
        m_sum->clear();
        return;
    }
    const int y = m_place / m_result.width;
    const int x = m_place % m_result.width;
    const sandbox::Placement place = sandbox::placementAt(m_picture, m_kernel, m_stride->value(), m_padding->value(), y, x);
    std::vector<bool> beyond;
    for (int i = 0; i < int(place.window.size()); ++i) {
        const int py = place.top + i / m_kernel.width;
        const int px = place.left + i % m_kernel.width;
        beyond.push_back(py < 0 || px < 0 || py >= m_picture.height || px >= m_picture.width);
    }
    m_pictureView->setWindow({place.left, place.top, m_kernel.width, m_kernel.height});
    m_productsView->setGrid({m_kernel.width, m_kernel.height, asFloats(place.products)});
    m_productsView->setBeyond(beyond);
    m_resultView->setChosen(m_place);
    m_resultView->setShown(isPlaying() ? m_place + 1 : -1);
    m_sum->setText(tr("The %1 products come to %2: row %3, column %4 of the result.").arg(place.products.size()).arg(numbers::text(place.sum)).arg(y + 1).arg(x + 1));
}

void SandboxView::setPlaying(bool playing)
{
    playing = playing && m_result.values.size() > 1;
    if (playing == isPlaying()) {
        return;
    }
    if (playing) {
        if (m_place + 1 >= int(m_result.values.size())) {
            m_place = 0;
        }
        m_timer.start();
    } else {
        m_timer.stop();
    }
    m_transport->setPlaying(playing);
    showPlace();
}

void SandboxView::advance()
{
    if (m_place + 1 >= int(m_result.values.size())) {
        setPlaying(false);
    } else {
        ++m_place;
        showPlace();
    }
}

void SandboxView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space) {
        setPlaying(!isPlaying());
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SandboxView::hideEvent(QHideEvent *event)
{
    setPlaying(false);
    QWidget::hideEvent(event);
}

void SandboxView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if ((width() > 2.2 * height()) != m_isWide) {
        m_isWide = !m_isWide;
        arrange();
    }
}

void SandboxView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        compute();
    }
    QWidget::changeEvent(event);
}

void SandboxView::retranslateUi()
{
    const auto refill = [](QComboBox *box, const QStringList &texts) {
        const QSignalBlocker blocker(box);
        const int index = std::max(0, box->currentIndex());
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(index);
    };
    refill(m_picturePreset, {tr("a bar"), tr("a checkerboard"), tr("test picture")});
    refill(m_kernelPreset, {tr("Sobel, vertical edges"), tr("Sobel, horizontal edges"), tr("all edges"), tr("blur"), tr("sharpen"), tr("identity")});
    m_pictureLabel->setText(tr("&Picture"));
    m_kernelLabel->setText(tr("&Kernel"));
    m_strideLabel->setText(tr("&Stride"));
    m_paddingLabel->setText(tr("P&adding"));
    m_side->setToolTip(tr("Side of the picture in pixels"));
    m_side->setAccessibleName(m_side->toolTip());
    m_kernelSize->setToolTip(tr("Side of the kernel"));
    m_kernelSize->setAccessibleName(m_kernelSize->toolTip());
    m_stride->setToolTip(tr("How many pixels the window moves from one place to the next"));
    m_padding->setToolTip(tr("How many rows of zeros are put around the picture"));
    const QString titles[] = {tr("Picture (click to draw)"), tr("× kernel (double-click or type)"), tr("= products"), tr("Result")};
    NumberGridView *views[] = {m_pictureView, m_kernelView, m_productsView, m_resultView};
    for (int i = 0; i < 4; ++i) {
        m_titles[i]->setText(titles[i]);
        views[i]->setAccessibleName(titles[i]);
    }
    m_text->setText(tr("Draw a picture, choose or type a kernel, and see what a convolution makes of them. A network finds its kernels by itself; "
                       "these are ones that people have thought out."));
    m_transport->setTexts(QString(), QString(), tr("Click the result, or use the arrow keys there, to move the window."));
}

ViewTable SandboxView::table() const
{
    ViewTable table;
    table.header = QStringList{tr("table"), tr("row"), tr("column"), tr("value")};
    const auto add = [&table](const QString &name, const sandbox::Grid &grid) {
        for (int i = 0; i < int(grid.values.size()); ++i) {
            table.rows << QStringList{name, QString::number(i / grid.width), QString::number(i % grid.width), QString::number(double(grid.values[std::size_t(i)]), 'g', 7)};
        }
    };
    add(tr("picture"), m_picture);
    add(tr("kernel"), m_kernel);
    add(tr("result"), m_result);
    return table;
}

} // namespace convscope
