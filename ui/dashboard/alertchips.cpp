// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/alertchips.h"

#include "core/engine/sessionstatus.h"

#include "ui/text/formatting.h"
#include "ui/text/statuswords.h"
#include "ui/text/words.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace sockeye {

namespace {

//! One chip: a button that paints its mark, the rule's name in bold and the rest dim.
class Chip final : public QAbstractButton {
public:
    Chip(const Theme &theme, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setFixedHeight(26);
    }

    void setAlert(const ActiveAlert &alert, const Formatting &formatting, Timestamp now)
    {
        m_alert = alert;
        m_health = healthOf(alert);
        m_name = ruleName(alert.rule);
        m_rest = alertSummary(alert, formatting, now);
        setAccessibleName(QString(m_name % QChar(u' ') % m_rest));
        setToolTip(ruleSentence(alert.rule, formatting));
        updateGeometry();
        update();
    }

    [[nodiscard]] const ActiveAlert &alert() const { return m_alert; }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {10 + 14 + 8 + QFontMetrics(boldFont()).horizontalAdvance(m_name) + 8
                + QFontMetrics(m_theme.labelFont()).horizontalAdvance(m_rest) + 12,
            26};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 26}; }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const Palette &colors = m_theme.palette();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(colors.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(m_health == Health::Critical ? colors.criticalTint : colors.warningTint);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
        paintHealthMark(painter, QRectF(10, 7, 12, 12), m_health, m_theme);
        painter.setFont(boldFont());
        painter.setPen(m_health == Health::Critical ? colors.critical : colors.warning);
        const QRect name(32, 0, painter.fontMetrics().horizontalAdvance(m_name), height());
        painter.drawText(name, Qt::AlignVCenter, m_name);
        painter.setFont(m_theme.labelFont());
        painter.setPen(colors.dim);
        const QRect rest(name.right() + 9, 0, width() - name.right() - 9 - 8, height());
        painter.drawText(
            rest, Qt::AlignVCenter, painter.fontMetrics().elidedText(m_rest, Qt::ElideRight, rest.width()));
    }

private:
    [[nodiscard]] QFont boldFont() const
    {
        QFont font = m_theme.labelFont();
        font.setWeight(QFont::DemiBold);
        return font;
    }

    const Theme &m_theme;
    ActiveAlert m_alert;
    Health m_health = Health::Warning;
    QString m_name;
    QString m_rest;
};

} // namespace

AlertChips::AlertChips(const Theme &theme, const Formatting &formatting, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_formatting(formatting)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addStretch(1);
    setAccessibleName(tr("Active alerts of this service"));
    hide();
}

AlertChips::~AlertChips() = default;

void AlertChips::setAlerts(const std::vector<ActiveAlert> &alerts, Timestamp now)
{
    // Chips are kept and filled anew, so that the focus stays where it is while ages tick.
    auto *row = static_cast<QHBoxLayout *>(layout());
    while (m_chips.size() > alerts.size()) {
        m_chips.back()->deleteLater();
        m_chips.back()->hide();
        row->removeWidget(m_chips.back());
        m_chips.pop_back();
    }
    while (m_chips.size() < alerts.size()) {
        auto *chip = new Chip(m_theme, this);
        connect(chip, &QAbstractButton::clicked, this, [this, chip] { Q_EMIT activated(chip->alert()); });
        row->insertWidget(static_cast<int>(m_chips.size()), chip);
        m_chips.push_back(chip);
    }
    for (std::size_t i = 0; i < alerts.size(); ++i)
        static_cast<Chip *>(m_chips[i])->setAlert(alerts[i], m_formatting, now);
    setVisible(!alerts.empty());
}

} // namespace sockeye
