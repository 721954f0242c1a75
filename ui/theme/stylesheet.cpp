// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/stylesheet.h"

#include <QHash>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

// Names in @ are colours of the palette; see colorNames().
constexpr QStringView controls = uR"(
QPushButton, QToolButton[card="true"], QComboBox, QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit {
    background: @panel; color: @text; border: 1px solid @line; border-radius: 6px;
}
QPushButton, QToolButton[card="true"] { padding: 5px 14px; min-height: 18px; }
QPushButton[narrow="true"] { padding: 5px 0; }
QPushButton:hover, QToolButton[card="true"]:hover, QComboBox:hover { border-color: @faint; }
QPushButton:pressed, QToolButton[card="true"]:pressed { background: @rail; }
QPushButton:disabled, QComboBox:disabled, QLineEdit:disabled { color: @faint; background: @background; }
QPushButton:focus, QToolButton[card="true"]:focus, QComboBox:focus, QLineEdit:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QPlainTextEdit:focus { border-color: @accent; }
QPushButton:default { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton:default:focus { border-color: @text; }
QPushButton:default:disabled { background: @rail; color: @faint; border-color: @line; }
QPushButton:checked, QToolButton[card="true"]:checked {
    background: @accentTint; color: @accent; border-color: @accent;
}
QToolButton[card="true"]::menu-indicator { image: none; }
QLineEdit, QSpinBox, QDoubleSpinBox { padding: 4px 10px; min-height: 20px; }
QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit { selection-background-color: @accent;
    selection-color: @onAccent; }
QComboBox { padding: 4px 10px; min-height: 20px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/theme/chevron-down-@scheme.svg); width: 12px; height: 12px; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {
    border: none; width: 18px; background: transparent;
}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {
    image: url(:/theme/chevron-up-@scheme.svg); width: 9px; height: 9px;
}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {
    image: url(:/theme/chevron-down-@scheme.svg); width: 9px; height: 9px;
}
)";

constexpr QStringView surfaces = uR"(
QFrame[card="true"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
QLabel[dim="true"] { color: @dim; }
QLabel[problem="true"] { color: @critical; }
QToolButton[link="true"] { border: none; background: transparent; color: @accent; padding: 0; }
QToolButton[link="true"]:hover { text-decoration: underline; }
QToolButton[link="true"]::menu-indicator { image: none; }
QPushButton::menu-indicator { image: url(:/theme/chevron-down-@scheme.svg); width: 10px; height: 10px;
    subcontrol-position: right center; right: 8px; }
QTabBar::tab { background: transparent; color: @dim; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabWidget::pane { border: none; }
QSplitter::handle:horizontal { background: @line; }
QSplitter::handle:vertical { background: transparent; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px; background: @panel;
    border: 1px solid @faint; border-radius: 3px; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/theme/check-@scheme.svg); }
QCheckBox::indicator:disabled { border-color: @line; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 4px 6px; }
QMenu { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 20px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accentTint; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; padding: 4px;
    selection-background-color: @accentTint; selection-color: @text; outline: none; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @dim; border: none; border-bottom: 1px solid @line;
    padding: 6px 11px; }
QTableView, QTreeView { background: @panel; border: none; gridline-color: @grid;
    selection-background-color: @accentTint; selection-color: @text; }
QTableView[card="true"], QListView[card="true"] { background: @panel; border: 1px solid @line;
    border-radius: 8px; padding: 3px; outline: none; }
QTableView[card="true"]:focus, QListView[card="true"]:focus { border-color: @accent; }
QTableView::item { padding-left: 8px; padding-right: 8px; border: none; }
QTableView::item:selected { background: @accentTint; color: @text; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QHash<QString, QString> values(ColorScheme scheme)
{
    const Palette &colors = paletteFor(scheme);
    const bool dark = scheme == ColorScheme::Dark;
    return {{u"background"_s, colors.background.name()}, {u"panel"_s, colors.panel.name()},
        {u"rail"_s, colors.rail.name()}, {u"line"_s, colors.line.name()}, {u"grid"_s, colors.grid.name()},
        {u"text"_s, colors.text.name()}, {u"dim"_s, colors.dim.name()}, {u"faint"_s, colors.faint.name()},
        {u"accent"_s, colors.accent.name()}, {u"accentTint"_s, colors.accentTint.name()},
        {u"critical"_s, colors.critical.name()},
        {u"onAccent"_s, dark ? colors.background.name() : colors.panel.name()},
        {u"scheme"_s, dark ? u"dark"_s : u"light"_s}};
}

} // namespace

QString styleSheetFor(ColorScheme scheme)
{
    const QHash<QString, QString> known = values(scheme);
    const QString source = QString(controls % surfaces);
    QString sheet;
    sheet.reserve(source.size());
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source.at(i) != u'@') {
            sheet += source.at(i);
            continue;
        }
        qsizetype end = i + 1;
        while (end < source.size() && source.at(end).isLetter())
            ++end;
        sheet += known.value(source.mid(i + 1, end - i - 1));
        i = end - 1;
    }
    return sheet;
}

} // namespace sockeye
