// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/appearance.h"

#include "ui/window/readablestyle.h"

#include <QApplication>
#include <QToolTip>

namespace convscope {

namespace {

struct Colors
{
    QColor window, base, alternate, button, text, muted, border, highlight;
};

QPalette paletteOf(const Colors &colors)
{
    QPalette palette(colors.button, colors.window);
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::AlternateBase, colors.alternate);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::Button, colors.button);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, colors.alternate);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.muted);
    palette.setColor(QPalette::Mid, colors.border);
    palette.setColor(QPalette::Highlight, colors.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, colors.highlight);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colors.muted);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.border);
    return palette;
}

QPalette lightPalette()
{
    return paletteOf({QColor(0xF4, 0xF5, 0xF6), Qt::white, QColor(0xF8, 0xF9, 0xFA), QColor(0xEC, 0xEE, 0xF0),
                      QColor(0x23, 0x26, 0x29), QColor(0x8A, 0x8F, 0x94), QColor(0xC4, 0xC8, 0xCC), QColor(0x2A, 0x6F, 0xB0)});
}

QPalette darkPalette()
{
    return paletteOf({QColor(0x2A, 0x2E, 0x32), QColor(0x1D, 0x20, 0x23), QColor(0x24, 0x28, 0x2B), QColor(0x34, 0x39, 0x3E),
                      QColor(0xEE, 0xF0, 0xF2), QColor(0x83, 0x89, 0x8F), QColor(0x50, 0x56, 0x5C), QColor(0x2F, 0x7A, 0xBF)});
}

} // namespace

Appearance::Appearance(QApplication &application)
    : m_application(application)
    , m_system(application.palette())
{
    application.setStyle(new ReadableStyle);
}

void Appearance::choose(Scheme scheme)
{
    m_scheme = scheme;
    const QPalette palette = scheme == Scheme::Light ? lightPalette() : scheme == Scheme::Dark ? darkPalette() : m_system;
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
}

QString Appearance::name(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return QStringLiteral("light");
    case Scheme::Dark:
        return QStringLiteral("dark");
    case Scheme::System:
        break;
    }
    return QStringLiteral("system");
}

Appearance::Scheme Appearance::fromName(const QString &name)
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        if (name == Appearance::name(scheme)) {
            return scheme;
        }
    }
    return Scheme::System;
}

} // namespace convscope
