// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/statusstrip.h"

#include "ui/text/formatting.h"
#include "ui/text/statuswords.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int stripHeight = 26;
constexpr std::chrono::seconds messageTime{10};

//! A label that gives way: a long error of a server must not push the window wider.
class Fact final : public QLabel {
public:
    using QLabel::QLabel;

    [[nodiscard]] QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

QLabel *makeLabel(const QString &name, const Theme &theme)
{
    auto *label = new Fact;
    label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    label->setObjectName(name);
    label->setFont(theme.labelFont());
    label->setProperty("dim", true);
    return label;
}

} // namespace

StatusStrip::StatusStrip(
    const MonitorSession &session, const Clock &clock, const Theme &theme, const Formatting &formatting)
    : m_session(session)
    , m_clock(clock)
    , m_theme(theme)
    , m_formatting(formatting)
    , m_source(makeLabel(u"statusSource"_s, theme))
    , m_probes(makeLabel(u"statusProbes"_s, theme))
    , m_alerts(makeLabel(u"statusAlerts"_s, theme))
    , m_message(makeLabel(u"statusMessage"_s, theme))
    , m_zone(makeLabel(u"statusZone"_s, theme))
{
    setFixedHeight(stripHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(28);
    row->addWidget(m_source);
    row->addWidget(m_probes);
    row->addWidget(m_alerts);
    row->addWidget(m_message);
    row->addStretch(1);
    row->addWidget(m_zone);
    update();
}

StatusStrip::~StatusStrip() = default;

void StatusStrip::update()
{
    const Timestamp now = m_clock.now();
    QStringList sources;
    for (const EndpointStatus &endpoint : m_session.endpoints())
        sources.append(endpointSummary(endpoint, m_formatting, now));
    m_source->setText(sources.join(u"    "_s));
    m_source->setToolTip(sources.join(u'\n'));
    m_probes->setText(probeSummary(m_session.targets()));
    m_alerts->setText(alertCountSummary(m_session.overall()));
    m_zone->setText(m_formatting.zoneName());
    if (m_clock.monotonic() > m_messageUntil) {
        m_message->clear();
        m_message->setToolTip({});
    }
}

void StatusStrip::showMessage(const QString &message)
{
    m_message->setText(message);
    m_message->setToolTip(message);
    m_messageUntil = m_clock.monotonic() + messageTime;
}

void StatusStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().panel);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.palette().line);
}

} // namespace sockeye
