// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QStringList preferredFamilies()
{
    QStringList families;
    // The CJK face is named, so that Chinese text never falls back to the Japanese forms of the characters.
    for (const QString &family : {u"Noto Sans"_s, u"Noto Sans CJK SC"_s}) {
        if (QFontDatabase::hasFamily(family))
            families.append(family);
    }
    const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    if (families.contains(u"Noto Sans"_s))
        families.append(system);
    else
        families.prepend(system);
    return families;
}

QPalette widgetPalette(const Palette &colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.background);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.panel);
    palette.setColor(QPalette::AlternateBase, colors.background);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.faint);
    palette.setColor(QPalette::Button, colors.panel);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.critical);
    palette.setColor(QPalette::ToolTipBase, colors.panel);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Highlight, colors.accentTint);
    palette.setColor(QPalette::HighlightedText, colors.text);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::Light, colors.panel);
    palette.setColor(QPalette::Midlight, colors.grid);
    palette.setColor(QPalette::Mid, colors.line);
    palette.setColor(QPalette::Dark, colors.line);
    palette.setColor(QPalette::Shadow, colors.faint);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors.faint);
    return palette;
}

//! The place of a close code (RFC 6455 section 7.4) in the list of series colours; nothing for other codes.
std::optional<std::size_t> closeCodeIndex(const QByteArray &code)
{
    if (code == "1000")
        return 0;
    if (code == "1001")
        return 4;
    if (code == "1005")
        return 5;
    if (code == "1011")
        return 3;
    return std::nullopt;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_scheme(systemScheme())
    , m_families(preferredFamilies())
{
}

Theme::~Theme() = default;

ColorScheme Theme::systemScheme()
{
    // The style's own palette, not the application's: that one may be ours from an earlier setScheme().
    const QColor window = QApplication::style()->standardPalette().color(QPalette::Window);
    return window.lightness() < 128 ? ColorScheme::Dark : ColorScheme::Light;
}

void Theme::setScheme(ColorScheme scheme)
{
    m_scheme = scheme;
    if (QApplication::style()->name().compare("fusion"_L1, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(widgetPalette(palette()));
    QApplication::setFont(textFont());
    qApp->setStyleSheet(styleSheetFor(m_scheme));
    Q_EMIT changed();
}

QFont Theme::font(int pixels, QFont::Weight weight) const
{
    QFont font;
    font.setFamilies(m_families);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QFont Theme::textFont() const
{
    return font(13, QFont::Normal);
}

QFont Theme::labelFont() const
{
    return font(11, QFont::Normal);
}

QFont Theme::axisFont() const
{
    return font(10, QFont::Normal);
}

QFont Theme::headlineFont() const
{
    return font(15, QFont::Normal);
}

QFont Theme::valueFont() const
{
    return font(22, QFont::DemiBold);
}

QColor Theme::healthColor(Health health) const
{
    switch (health) {
    case Health::Critical:
        return palette().critical;
    case Health::Warning:
        return palette().warning;
    case Health::Well:
        return palette().well;
    case Health::Unknown:
    case Health::Blind:
        break;
    }
    return palette().blind;
}

QColor Theme::seriesColor(const LabelSet &labels, std::size_t layer) const
{
    const auto &series = palette().series;
    const QByteArray code = labels.value("code");
    if (code == "1006")
        return palette().critical;
    if (const auto index = closeCodeIndex(code))
        return series[*index];
    const std::size_t own = labels.without("__name__").isEmpty() ? 0 : labels.hash();
    return series[(own + layer) % series.size()];
}

QColor Theme::workspaceColor(const QString &name) const
{
    const auto &series = palette().series;
    return series[qChecksum(name.toUtf8()) % series.size()];
}

} // namespace sockeye
