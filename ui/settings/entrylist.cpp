// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/entrylist.h"

#include "ui/text/words.h"
#include "ui/theme/marks.h"

#include <QPainter>
#include <QSignalBlocker>

namespace sockeye {

namespace {

constexpr int padding = 10;
constexpr int markSize = 9;
constexpr int lowHeight = 32;
constexpr int tallHeight = 50;

void paintRing(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.setPen(QPen{color, 1.5});
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(rect.adjusted(1, 1, -1, -1));
}

} // namespace

EntryDelegate::EntryDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

EntryDelegate::~EntryDelegate() = default;

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool low = index.data(SubtitleRole).toString().isEmpty();
    return {0, low ? lowHeight : tallHeight};
}

void EntryDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &colors = m_theme.palette();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF{option.rect}.adjusted(0.5, 0.5, -0.5, -0.5);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter->setPen(focused ? QPen{colors.accent} : QPen{Qt::NoPen});
    painter->setBrush(selected ? QBrush{colors.accentTint} : QBrush{Qt::NoBrush});
    painter->drawRoundedRect(box, 6, 6);

    QRect content = option.rect.adjusted(padding, 0, -padding, 0);
    if (!index.data(SubtitleRole).toString().isEmpty()) {
        const auto health = static_cast<Health>(index.data(HealthRole).toInt());
        const QRectF mark(content.left(), content.center().y() - markSize / 2.0, markSize, markSize);
        if (health == Health::Unknown)
            paintRing(*painter, mark, colors.faint);
        else
            paintHealthMark(*painter, mark, health, m_theme);
        content.setLeft(content.left() + markSize + padding);
    }
    paintTexts(painter, content, index, selected);
    painter->restore();
}

void EntryDelegate::paintTexts(
    QPainter *painter, const QRect &rect, const QModelIndex &index, bool selected) const
{
    const Palette &colors = m_theme.palette();
    const QString title = index.data(Qt::DisplayRole).toString();
    const QString subtitle = index.data(SubtitleRole).toString();
    const QString note = index.data(NoteRole).toString();
    QFont titleFont = m_theme.textFont();
    if (subtitle.isEmpty()) {
        painter->setFont(titleFont);
        painter->setPen(selected ? colors.accent : colors.dim);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, title);
        return;
    }
    const QFontMetrics small{m_theme.labelFont()};
    QRect texts = rect;
    if (!note.isEmpty()) {
        painter->setFont(m_theme.labelFont());
        painter->setPen(colors.dim);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, note);
        texts.setRight(rect.right() - small.horizontalAdvance(note) - padding);
    }
    titleFont.setWeight(QFont::DemiBold);
    painter->setFont(titleFont);
    painter->setPen(colors.text);
    const QRect upper{texts.left(), texts.top() + 6, texts.width(), 20};
    painter->drawText(upper, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics{titleFont}.elidedText(title, Qt::ElideRight, texts.width()));
    painter->setFont(m_theme.labelFont());
    painter->setPen(colors.dim);
    const QRect lower{texts.left(), texts.top() + 26, texts.width(), 18};
    painter->drawText(
        lower, Qt::AlignVCenter | Qt::AlignLeft, small.elidedText(subtitle, Qt::ElideMiddle, texts.width()));
}

void styleEntryList(QListWidget &list, const Theme &theme)
{
    list.setItemDelegate(new EntryDelegate{theme, &list});
    list.setFrameShape(QFrame::NoFrame);
    list.setUniformItemSizes(false);
    list.setSpacing(0);
    list.setMouseTracking(true);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.viewport()->setAutoFillBackground(false);
}

void setEntryRows(QListWidget &list, const std::vector<EntryRow> &rows)
{
    const QSignalBlocker blocker{&list};
    while (list.count() > static_cast<int>(rows.size()))
        delete list.takeItem(list.count() - 1);
    while (list.count() < static_cast<int>(rows.size()))
        list.addItem(QString());
    for (int i = 0; i < list.count(); ++i) {
        const EntryRow &row = rows[static_cast<std::size_t>(i)];
        QListWidgetItem *item = list.item(i);
        item->setText(row.title);
        item->setData(EntryDelegate::SubtitleRole, row.subtitle);
        item->setData(EntryDelegate::HealthRole, static_cast<int>(row.health));
        item->setData(EntryDelegate::NoteRole, row.note);
        item->setData(Qt::AccessibleDescriptionRole,
            QString(row.subtitle % u' ' % healthWord(row.health) % u' ' % row.note));
    }
}

} // namespace sockeye
