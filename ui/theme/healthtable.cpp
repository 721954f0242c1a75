// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/healthtable.h"

#include "ui/theme/marks.h"

#include <QHeaderView>
#include <QTableView>

namespace sockeye {

namespace {

constexpr int markSize = 12;

} // namespace

HealthDelegate::HealthDelegate(const Theme &theme, HealthOf healthOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_healthOf(std::move(healthOf))
{
}

HealthDelegate::~HealthDelegate() = default;

void HealthDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1.0;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(markSize, markSize);
    option->icon = healthIcon(m_healthOf(index), markSize, ratio, m_theme);
}

void styleCardTable(QTableView &table)
{
    table.setProperty("card", true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(cardTableRowHeight);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

} // namespace sockeye
