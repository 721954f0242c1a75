// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/sentencelabel.h"

#include "ui/theme/marks.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace sockeye {

using namespace Qt::StringLiterals;

SentenceLabel::SentenceLabel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"topSentence"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] { update(); });
}

SentenceLabel::~SentenceLabel() = default;

void SentenceLabel::setSentence(const TopSentence &sentence)
{
    m_sentence = sentence;
    const QString whole = sentence.joined();
    setToolTip(whole);
    setAccessibleName(whole);
    update();
}

QSize SentenceLabel::sizeHint() const
{
    return {400, 24};
}

QSize SentenceLabel::minimumSizeHint() const
{
    return {200, 24};
}

void SentenceLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHealthMark(painter, QRectF(0, height() / 2.0 - 6, 12, 12), m_sentence.health, m_theme);
    QFont bold = m_theme.headlineFont();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(m_theme.palette().text);
    const int left = 22;
    const QString lead = painter.fontMetrics().elidedText(m_sentence.lead, Qt::ElideRight, width() - left);
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter, lead);
    const int used = left + painter.fontMetrics().horizontalAdvance(lead) + 6;
    painter.setFont(m_theme.headlineFont());
    const QRect room(used, 0, width() - used, height());
    if (room.width() > 24)
        painter.drawText(room, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(m_sentence.rest, Qt::ElideRight, room.width()));
}

} // namespace sockeye
