// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/runningdemo.h"

#include "tests/support/realprometheus.h"

#include <QSignalSpy>
#include <QTest>

namespace sockeye::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Expected<void, QString> answerIn(QSignalSpy &answered)
{
    if (!QTest::qWaitFor([&] { return !answered.isEmpty(); }, RunningDemo::soon))
        return unexpected(u"the demo does not answer"_s);
    if (!answered.front().front().toBool())
        return unexpected(answered.front().at(1).toString());
    return {};
}

} // namespace

RunningDemo::RunningDemo() = default;
RunningDemo::~RunningDemo() = default;

Expected<void, QString> RunningDemo::start(int clients)
{
    DemoSupervisor::Config config;
    config.demoProgram = qEnvironmentVariable("SOCKEYE_DEMO");
    config.prometheusProgram = RealPrometheus::findProgram(u"prometheus"_s);
    config.dataFolder = m_folder.filePath(u"demo"_s);
    config.clients = clients;
    config.scrapeInterval = 1s;
    m_supervisor = std::make_unique<DemoSupervisor>(config);
    QSignalSpy ready(m_supervisor.get(), &DemoSupervisor::ready);
    QSignalSpy failed(m_supervisor.get(), &DemoSupervisor::failed);
    m_supervisor->start();
    const bool ended = QTest::qWaitFor([&] { return !ready.isEmpty() || !failed.isEmpty(); }, soon);
    if (!failed.isEmpty())
        return unexpected(failed.front().front().value<DemoError>().detail);
    if (!ended)
        return unexpected(u"the demo is not ready in time"_s);
    return {};
}

Expected<void, QString> RunningDemo::inject(const DemoFault &fault)
{
    QSignalSpy answered(m_supervisor.get(), &DemoSupervisor::faultAnswered);
    m_supervisor->inject(fault);
    return answerIn(answered);
}

Expected<void, QString> RunningDemo::clearFaults()
{
    QSignalSpy answered(m_supervisor.get(), &DemoSupervisor::faultAnswered);
    m_supervisor->clearFaults();
    return answerIn(answered);
}

} // namespace sockeye::test
