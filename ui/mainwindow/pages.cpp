// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/pages.h"

#include "ui/alerts/alertspage.h"
#include "ui/connections/connectionspage.h"
#include "ui/dashboard/overviewpage.h"
#include "ui/dashboard/welcomepage.h"
#include "ui/probes/probespage.h"
#include "ui/text/formatting.h"

namespace sockeye {

Pages::Pages(const Context &context)
    : m_overview(
        new OverviewPage(context.session, context.overview, context.clock, context.theme, context.formatting))
    , m_probes(new ProbesPage(context.session, context.clock, context.theme, context.formatting))
    , m_alerts(new AlertsPage(context.session, context.clock, context.theme, context.formatting))
    , m_connections(new ConnectionsPage(context.session, context.clock, context.theme, context.formatting))
    , m_welcome(new WelcomePage(
          {context.clock, context.secrets, context.transportFactory, context.theme, context.formatting}))
{
    setFocusPolicy(Qt::TabFocus);
    // In the order of Page; the start page is behind the last.
    for (QWidget *page :
        std::initializer_list<QWidget *>{m_overview, m_probes, m_alerts, m_connections, m_welcome})
        addWidget(page);
}

Pages::~Pages() = default;

void Pages::showPage(Page page, bool watchesNothing)
{
    if (page == Page::Overview && watchesNothing)
        setCurrentWidget(m_welcome);
    else
        setCurrentIndex(static_cast<int>(page));
}

void Pages::setRange(const TimeRange &range, bool live)
{
    m_overview->setRange(range, live);
    m_probes->setRange(range, live);
}

void Pages::formattingChanged()
{
    m_overview->formattingChanged();
    m_probes->formattingChanged();
    m_alerts->formattingChanged();
    m_connections->formattingChanged();
}

void Pages::refresh()
{
    m_overview->refresh();
    m_probes->refresh();
}

QJsonObject Pages::describe(Page page) const
{
    switch (page) {
    case Page::Overview:
        return m_overview->describe();
    case Page::Probes:
        return m_probes->describe();
    case Page::Alerts:
        return m_alerts->describe();
    case Page::Connections:
        return m_connections->describe();
    }
    return {};
}

} // namespace sockeye
