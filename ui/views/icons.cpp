// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/icons.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

// Outside of any namespace, as the macro declares a function. Needed because the resource lies in a static library.
static void registerIconResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace convscope {

namespace {

QString iconPath(const QString &name)
{
    static const bool registered = (registerIconResource(), true);
    Q_UNUSED(registered)
    return QStringLiteral(":/icons/") % name % QStringLiteral(".svg");
}

/// Draws one SVG of one colour; the file is read when a size or colour is drawn for the first time. A colour that is not given is asked from the application's palette at each drawing.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(const QString &name, std::optional<QColor> color)
        : m_name(name)
        , m_color(color)
    {
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    QString iconName() override { return m_name; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state, ratio));
    }

    /// `size` is in device pixels.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        if (size.isEmpty())
            return QPixmap();
        const QColor color = colorFor(mode);
        const QString key = QStringLiteral("convscope-icon-%1-%2-%3x%4")
                                .arg(m_name, color.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = rendered(size, color);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        QColor color = m_color.value_or(palette.color(QPalette::Active, QPalette::WindowText));
        if (mode == QIcon::Selected && !m_color)
            color = palette.color(QPalette::Active, QPalette::HighlightedText);
        if (mode == QIcon::Disabled)
            color.setAlphaF(0.35f);
        return color;
    }

    QPixmap rendered(const QSize &size, const QColor &color) const
    {
        QFile file(iconPath(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return QPixmap();
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        // The SVG 1.2 of Qt knows no alpha in a colour, so the whole drawing fades.
        painter.setOpacity(double(color.alphaF()));
        renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        return pixmap;
    }

    QString m_name;
    std::optional<QColor> m_color;
};

QIcon iconFromFile(const QString &name, std::optional<QColor> color)
{
    if (!QFile::exists(iconPath(name))) {
        qWarning("There is no icon named %s.", qPrintable(name));
        return QIcon();
    }
    return QIcon(new ThemedIconEngine(name, color));
}

} // namespace

QIcon themedIcon(const char *name)
{
    return iconFromFile(QString::fromLatin1(name), std::nullopt);
}

QIcon themedIcon(const char *name, const QPalette &palette)
{
    return iconFromFile(QString::fromLatin1(name), palette.color(QPalette::Active, QPalette::WindowText));
}

QIcon themedIcon(const char *name, const QColor &color)
{
    return iconFromFile(QString::fromLatin1(name), color);
}

QIcon applicationIcon()
{
    // As pixmaps, since window managers take fixed sizes.
    const QIcon source = iconFromFile(QStringLiteral("convscope"), std::nullopt);
    QIcon icon;
    for (const int side : {16, 22, 32, 48, 64, 128, 256})
        icon.addPixmap(source.pixmap(side, side));
    return icon;
}

QStringList themedIconNames()
{
    const QFileInfo any(iconPath(QStringLiteral("start")));
    QStringList names;
    const QStringList files = QDir(any.path()).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        if (name != QLatin1String("convscope"))
            names << name;
    }
    return names;
}

} // namespace convscope
