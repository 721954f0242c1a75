// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/servicedelegate.h"

#include "ui/panels/sparkline.h"
#include "ui/text/formatting.h"
#include "ui/text/statuswords.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int leftOfText = 37;
constexpr int rightMargin = 12;
constexpr int stripWidth = 84;

bool isSeen(const ServiceStatus &status)
{
    return status.blind == BlindCause::None;
}

} // namespace

ServiceDelegate::ServiceDelegate(
    const Theme &theme, const Formatting &formatting, StatusOf statusOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_formatting(formatting)
    , m_statusOf(std::move(statusOf))
{
}

ServiceDelegate::~ServiceDelegate() = default;

QSize ServiceDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    return {200, isSeen(m_statusOf(index)) ? 54 : 72};
}

void ServiceDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ServiceStatus &status = m_statusOf(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->fillRect(option.rect, m_theme.palette().accentTint);
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(3, option.rect.height())), m_theme.palette().accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, m_theme.palette().background);
    }
    paintHealthMark(
        *painter, QRectF(option.rect.left() + 16, option.rect.top() + 11, 12, 12), status.health, m_theme);
    paintHeadline(*painter, option.rect, status);
    paintSecondLine(*painter, option.rect, status);
    painter->restore();
}

void ServiceDelegate::paintHeadline(QPainter &painter, const QRect &row, const ServiceStatus &status) const
{
    const QString number = serviceNumber(status, m_formatting);
    QRect line(row.left() + leftOfText, row.top() + 7, row.width() - leftOfText - rightMargin, 20);
    painter.setPen(m_theme.palette().text);
    painter.setFont(m_theme.textFont());
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
    line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(number) - 8);
    QFont bold = m_theme.textFont();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(status.name, Qt::ElideRight, line.width()));
}

void ServiceDelegate::paintSecondLine(QPainter &painter, const QRect &row, const ServiceStatus &status) const
{
    painter.setFont(m_theme.labelFont());
    const QFontMetrics metrics = painter.fontMetrics();
    QRect line(row.left() + leftOfText, row.top() + 28, row.width() - leftOfText - rightMargin, 18);
    if (!isSeen(status)) {
        painter.setPen(m_theme.palette().blind);
        const QString last = lastSeenText(status, m_formatting);
        painter.drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(last, Qt::ElideRight, line.width()));
        const QString cause = blindShort(status.blind);
        painter.drawText(line.translated(0, 18), Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(cause, Qt::ElideRight, line.width()));
        return;
    }
    const bool hasStrip = status.strip && status.strip->size() > 1;
    if (hasStrip)
        line.setRight(line.right() - stripWidth - 6);
    painter.setPen(m_theme.palette().dim);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(serviceNote(status, m_formatting), Qt::ElideRight, line.width()));
    if (hasStrip)
        paintSparkline(painter,
            QRectF(row.right() - rightMargin - stripWidth, row.top() + 28, stripWidth, 18), *status.strip,
            m_theme.palette().dim);
}

} // namespace sockeye
