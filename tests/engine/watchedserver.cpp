// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/watchedserver.h"

#include "core/probe/transportfactory.h"

#include <QTest>

namespace sockeye::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int soon = 60'000;

AlertRule queueRule()
{
    AlertRule rule;
    rule.id = RuleId{u"queue"_s};
    rule.key = u"queue"_s;
    rule.condition.expression = queue;
    rule.condition.threshold = 10.0;
    rule.holdFor = 20s;
    rule.panel = u"queue panel"_s;
    return rule;
}

} // namespace

Workspace workspaceAt(const QUrl &url)
{
    Workspace workspace;
    EndpointConfig endpoint;
    endpoint.id = EndpointId{u"prometheus"_s};
    endpoint.name = u"prometheus"_s;
    endpoint.http.baseUrl = url;
    workspace.endpoints = {endpoint};
    ServiceConfig service;
    service.id = api;
    service.name = u"api"_s;
    service.endpoint = endpoint.id;
    service.matchers = u"job=\"api\""_s;
    service.roleOverrides = {{u"active"_s, u"connections"_s}};
    workspace.services = {service};
    workspace.rules = {queueRule()};
    return workspace;
}

PanelSpec panelOf(const PanelBinding &binding)
{
    PanelLayer layer;
    layer.binding = binding;
    return {u"panel"_s, PanelSpec::Kind::TimeSeries, {}, {layer}, {u"queue"_s}};
}

Program::Program(const Clock &clock, const Workspace &workspace, const QString &historyPath)
    : history(historyPath)
    , session(
          {clock, secrets, history, notifier, transportFactory(clock, RandomSource(9)), RandomSource(7), {}},
          workspace)
{
    session.start(MonitorSession::Drive::Caller);
}

AlertPhase Program::phase() const
{
    const std::vector<ActiveAlert> alerts = session.alerts();
    return alerts.empty() ? AlertPhase::Inactive : alerts.front().alert.phase;
}

WatchedServer::WatchedServer() = default;
WatchedServer::~WatchedServer() = default;

void WatchedServer::begin()
{
    m_clock = std::make_unique<FakeClock>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FakePrometheus>(*m_clock);
    m_server->values = {{up, 1.0}, {u"connections"_s, 120.0}, {queue, 3.0}};
    m_program = std::make_unique<Program>(*m_clock, workspaceAt(m_server->url()), historyPath());
}

void WatchedServer::end()
{
    m_program.reset();
    m_server.reset();
}

bool WatchedServer::passing()
{
    m_clock->advance(500ms);
    m_program->session.tick();
    return true;
}

bool WatchedServer::ticking()
{
    m_program->session.tick();
    return true;
}

void WatchedServer::startWell()
{
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->kind() == OverallStatus::Kind::Well, soon);
}

QString WatchedServer::historyPath() const
{
    return m_folder->filePath(u"history.sqlite"_s);
}

} // namespace sockeye::test
