// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/watchedserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

using test::api;
using test::panelOf;

namespace {

constexpr int soon = 60'000;

} // namespace

//! What panels ask a server for and when, and what they make of its answers.
class TestSessionPanels final : public test::WatchedServer {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aHiddenPanelAsksNothing();
    void equalPanelsAskOnce();
    void aPanelKeepsItsDataThroughAFailure();
    void samplesAreShiftedByTheServersClock();
    void aPanelFollowsTheScrapeIntervalOnceItIsKnown();
    void aRefreshThatIsDueWhileOneIsUnderWayIsSkipped();
    void aChangedRangeAbortsTheOldQuestion();
    void aPanelThatIsHiddenAbortsItsQuestion();
};

void TestSessionPanels::aHiddenPanelAsksNothing()
{
    const auto feed = m_program->session.openPanel(panelOf(QueryBinding{u"other"_s}), api);
    startWell();
    QCOMPARE(m_server->asked(u"other"_s), 0);
    feed->setVisible(true);
    m_server->values[u"other"_s] = 7.0;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && feed->snapshot().state == PanelState::Ready, soon);
    QCOMPARE(*feed->snapshot().series.front().data->lastValue(), 7.0);
    feed->setVisible(false);
    const int asked = m_server->asked(u"other"_s);
    const Timestamp hiddenAt = m_clock->now();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_clock->now() - hiddenAt > 30s, soon);
    QCOMPARE(m_server->asked(u"other"_s), asked);
}

void TestSessionPanels::equalPanelsAskOnce()
{
    startWell();
    const auto one = m_program->session.openPanel(panelOf(QueryBinding{u"other"_s}), api);
    const auto two = m_program->session.openPanel(panelOf(QueryBinding{u"other"_s}), api);
    m_server->values[u"other"_s] = 7.0;
    for (PanelFeed *feed : {one.get(), two.get()})
        feed->setVisible(true);
    m_program->session.tick();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked(u"other"_s), 1, soon);
    m_program->session.tick();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && two->snapshot().state == PanelState::Ready, soon);
    QCOMPARE(one->snapshot().state, PanelState::Ready);
}

void TestSessionPanels::aPanelKeepsItsDataThroughAFailure()
{
    const auto feed = m_program->session.openPanel(panelOf(RoleBinding{u"active"_s}), api);
    feed->setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(passing() && feed->snapshot().state == PanelState::Ready, soon);
    QCOMPARE(feed->snapshot().thresholds.size(), std::size_t{1});
    QVERIFY(feed->snapshot().blindRanges.empty());
    m_server->isBroken = true;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && feed->snapshot().state == PanelState::Blind, soon);
    QCOMPARE(feed->snapshot().blind, BlindCause::EndpointFailed);
    QVERIFY(!feed->snapshot().series.empty());
    // The time since is hatched as soon as it is more than an answer's delay.
    QTRY_VERIFY_WITH_TIMEOUT(passing() && !feed->snapshot().blindRanges.empty(), soon);
    m_server->isBroken = false;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && feed->snapshot().state == PanelState::Ready, soon);
}

void TestSessionPanels::samplesAreShiftedByTheServersClock()
{
    m_server->clockOffset = 1h;
    const auto feed = m_program->session.openPanel(panelOf(RoleBinding{u"active"_s}), api);
    feed->setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && m_program->session.endpoints().front().facts, soon);
    QCOMPARE(m_program->session.endpoints().front().facts->clockOffset, std::chrono::milliseconds{1h});
    feed->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && feed->snapshot().state == PanelState::Ready
            && feed->snapshot().series.front().data->times.back() <= m_clock->now(),
        soon);
    QVERIFY(feed->snapshot().series.front().data->times.back() > m_clock->now() - 1min);
}

void TestSessionPanels::aPanelFollowsTheScrapeIntervalOnceItIsKnown()
{
    const auto feed = m_program->session.openPanel(panelOf(RoleBinding{u"active"_s}), api);
    feed->setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && m_program->session.endpoints().front().facts, soon);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && feed->snapshot().state == PanelState::Ready, soon);
    QCOMPARE(feed->snapshot().step, std::chrono::milliseconds{15s});

    m_server->scrapeInterval = 2s;
    m_clock->advance(1s);
    QTRY_VERIFY_WITH_TIMEOUT(
        ticking() && m_program->session.endpoints().front().facts->scrapeInterval == 2s, soon);
    m_clock->advance(m_program->session.workspace().refreshInterval);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && feed->snapshot().series.front().data->times.size() > 400, soon);
    QCOMPARE(feed->snapshot().step, std::chrono::milliseconds{2s});
}

void TestSessionPanels::aRefreshThatIsDueWhileOneIsUnderWayIsSkipped()
{
    m_server->stalled = u"other"_s;
    const auto feed = m_program->session.openPanel(panelOf(QueryBinding{u"other"_s}), api);
    feed->setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && m_server->asked(u"other"_s) == 1, soon);
    QCOMPARE(m_program->session.endpoints().front().traffic.skipped, 0U);
    m_clock->advance(20s);
    m_program->session.tick();
    QCOMPARE(m_program->session.endpoints().front().traffic.skipped, 1U);
    m_program->session.tick();
    QCOMPARE(m_program->session.endpoints().front().traffic.skipped, 1U); // once each time it is due
}

void TestSessionPanels::aChangedRangeAbortsTheOldQuestion()
{
    m_server->stalled = u"other"_s;
    const auto feed = m_program->session.openPanel(panelOf(QueryBinding{u"other"_s}), api);
    feed->setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && m_server->asked(u"other"_s) == 1, soon);
    feed->setRange({m_clock->now() - 6h, m_clock->now()}, true);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->disconnects, 1, soon);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && m_server->asked(u"other"_s) == 2, soon);
}

void TestSessionPanels::aPanelThatIsHiddenAbortsItsQuestion()
{
    m_server->stalled = u"other"_s;
    const auto feed = m_program->session.openPanel(panelOf(QueryBinding{u"other"_s}), api);
    feed->setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && m_server->asked(u"other"_s) == 1, soon);
    feed->setVisible(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->disconnects, 1, soon);
    feed->setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && m_server->asked(u"other"_s) == 2, soon);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestSessionPanels)

#include "tst_sessionpanels.moc"
