// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/historydatabase.h"

#include "tests/storage/historysupport.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::alertsIn;
using test::eventAt;
using test::eventsIn;
using test::intervalsIn;
using test::OtherProgram;
using test::subjectsOf;

class TestHistoryDatabase final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void anEventOfEachKindComesBack_data();
    void anEventOfEachKindComesBack();
    void eventsComeNewestFirstAndLimited();
    void eventsOfOneMomentKeepTheirOrder();
    void anOpenIntervalIsEndedInPlace();
    void everyLaneStateComesBack();
    void intervalsOfARangeAreThoseThatTouchIt_data();
    void intervalsOfARangeAreThoseThatTouchIt();
    void alertsReplaceTheWholeTable();
    void anAlertWithoutANumberComesBackAsNaN();
    void pruneKeepsWhatIsNewAndWhatGoesOn();

    void nothingIsDeliveredBeforeTheCallReturns();
    void aDeadContextIsNotCalled();
    void answersUnderWayDoNotOutliveTheDatabase();
    void syncMakesItVisibleToOthers();
    void writesAreBatched();
    void theDestructorWritesWhatWaits();

    void aLockedFileKeepsTheRecordsForTheNextTry();
    void aFullFileIsToldAndPruningMakesRoom();
    void whatWaitsIsBoundedAndTheLossIsTold();
    void aRowThatMakesNoSenseHidesNoOther();
    void aMissingTableIsAReadError();

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(u"history.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

using Kind = StorageError::Kind;
using Events = std::vector<EventRecord>;

StateInterval stay(LaneState state, std::int64_t beginMs, std::optional<std::int64_t> endMs = {})
{
    StateInterval interval{TargetId{u"target"_s}, state, fromMilliseconds(beginMs), {}, 0, u""_s};
    if (endMs)
        interval.end = fromMilliseconds(*endMs);
    return interval;
}

StoredAlert firingAlert(const QString &rule)
{
    return StoredAlert{rule, u"service"_s, R"({"instance":"ä:1"})"_ba, u"firing"_s, 1.25,
        fromMilliseconds(1000), fromMilliseconds(2000), true};
}

StorageError lastProblem(const QSignalSpy &problems)
{
    return problems.isEmpty() ? StorageError{} : problems.back().front().value<StorageError>();
}

//! Writes only when asked to, and does not wait for another program.
HistoryDatabase::Limits onDemand()
{
    HistoryDatabase::Limits limits;
    limits.commitEvery = 24h;
    limits.retryEvery = 24h;
    limits.busyTimeout = 1ms;
    return limits;
}

} // namespace

void TestHistoryDatabase::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    QTest::failOnWarning(QRegularExpression(u"QSql|QObject|QTimer"_s));
}

void TestHistoryDatabase::anEventOfEachKindComesBack_data()
{
    using Event = EventRecord::Kind;
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, Event kind) { QTest::newRow(name) << static_cast<int>(kind); };
    row("pending", Event::AlertPending);
    row("firing", Event::AlertFiring);
    row("resolved", Event::AlertResolved);
    row("no data", Event::AlertNoData);
    row("error", Event::AlertError);
    row("blind", Event::Blind);
    row("seeing", Event::Seeing);
    row("notification failed", Event::NotificationFailed);
    row("data dropped", Event::DataDropped);
    row("configuration reset", Event::ConfigurationReset);
}

void TestHistoryDatabase::anEventOfEachKindComesBack()
{
    QFETCH(int, kind);
    EventRecord event{0, fromMilliseconds(1'767'225'600'123), static_cast<EventRecord::Kind>(kind),
        u"规则 ä"_s,
        QJsonObject{{u"value"_s, 0.1}, {u"labels"_s, QJsonObject{{u"code"_s, u"1006\n\"x\""_s}}}}};
    {
        HistoryDatabase history(path());
        history.appendEvent(event);
    }
    HistoryDatabase history(path());
    event.sequence = 1;
    QCOMPARE(eventsIn(history), Events{event});
}

void TestHistoryDatabase::eventsComeNewestFirstAndLimited()
{
    HistoryDatabase history(u":memory:"_s);
    for (const int ms : {10, 40, 20, 30})
        history.appendEvent(eventAt(ms, QString::number(ms)));
    QCOMPARE(subjectsOf(eventsIn(history)), (QStringList{u"40"_s, u"30"_s, u"20"_s, u"10"_s}));
    QCOMPARE(subjectsOf(eventsIn(history, 2)), (QStringList{u"40"_s, u"30"_s}));
    QCOMPARE(eventsIn(history, 0), Events{});
}

void TestHistoryDatabase::eventsOfOneMomentKeepTheirOrder()
{
    HistoryDatabase history(u":memory:"_s);
    history.appendEvent(eventAt(10, u"pending"_s));
    history.appendEvent(eventAt(10, u"firing"_s));
    QCOMPARE(subjectsOf(eventsIn(history)), (QStringList{u"firing"_s, u"pending"_s}));
}

void TestHistoryDatabase::anOpenIntervalIsEndedInPlace()
{
    HistoryDatabase history(path());
    StateInterval open = stay(LaneState::Open, 100);
    history.saveInterval(open);
    QCOMPARE(intervalsIn(history, 0, 1000), std::vector{open});
    open.end = fromMilliseconds(500);
    open.closeCode = 1006;
    open.reason = u"gone"_s;
    history.saveInterval(open);
    QCOMPARE(intervalsIn(history, 0, 1000), std::vector{open});
    StateInterval sameTimeElsewhere = open;
    sameTimeElsewhere.target = TargetId{u"z"_s};
    history.saveInterval(sameTimeElsewhere);
    QCOMPARE(intervalsIn(history, 0, 1000), (std::vector{open, sameTimeElsewhere}));
}

void TestHistoryDatabase::everyLaneStateComesBack()
{
    HistoryDatabase history(u":memory:"_s);
    const std::vector stays{stay(LaneState::Connecting, 1, 2), stay(LaneState::Open, 2, 3),
        stay(LaneState::Closing, 3, 4), stay(LaneState::Closed, 4, 5), stay(LaneState::NotWatched, 5)};
    for (const StateInterval &one : stays)
        history.saveInterval(one);
    QCOMPARE(intervalsIn(history, 0, 10), stays);
}

void TestHistoryDatabase::intervalsOfARangeAreThoseThatTouchIt_data()
{
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end"); // 0: goes on
    QTest::addColumn<bool>("inRange");
    QTest::newRow("before") << 100 << 900 << false;
    QTest::newRow("ends where the range begins") << 100 << 1000 << false;
    QTest::newRow("reaches in") << 100 << 1001 << true;
    QTest::newRow("inside") << 1200 << 1300 << true;
    QTest::newRow("around") << 100 << 9000 << true;
    QTest::newRow("reaches out") << 1999 << 9000 << true;
    QTest::newRow("begins where the range ends") << 2000 << 9000 << false;
    QTest::newRow("goes on since long ago") << 1 << 0 << true;
    QTest::newRow("goes on, but begins later") << 3000 << 0 << false;
}

void TestHistoryDatabase::intervalsOfARangeAreThoseThatTouchIt()
{
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(bool, inRange);
    HistoryDatabase history(u":memory:"_s);
    history.saveInterval(
        stay(LaneState::Open, begin, end > 0 ? std::optional<std::int64_t>(end) : std::nullopt));
    QCOMPARE(intervalsIn(history, 1000, 2000).size(), inRange ? 1U : 0U);
}

void TestHistoryDatabase::alertsReplaceTheWholeTable()
{
    StoredAlert pending = firingAlert(u"pending"_s);
    pending.phase = u"pending"_s;
    pending.firedAt.reset();
    pending.notified = false;
    {
        HistoryDatabase history(path());
        history.saveAlerts({firingAlert(u"gone"_s)});
        history.saveAlerts({firingAlert(u"z"_s), pending});
    }
    HistoryDatabase history(path());
    QCOMPARE(alertsIn(history), (std::vector{firingAlert(u"z"_s), pending}));
    history.saveAlerts({});
    QCOMPARE(alertsIn(history), std::vector<StoredAlert>{});
}

void TestHistoryDatabase::anAlertWithoutANumberComesBackAsNaN()
{
    HistoryDatabase history(u":memory:"_s);
    StoredAlert nan = firingAlert(u"a"_s);
    nan.value = std::numeric_limits<double>::quiet_NaN();
    StoredAlert infinite = firingAlert(u"b"_s);
    infinite.value = std::numeric_limits<double>::infinity();
    // A null string is no reason to refuse a row.
    StoredAlert nameless;
    history.saveAlerts({nan, infinite, nameless});
    const auto alerts = alertsIn(history);
    QCOMPARE(alerts.size(), 3U);
    QVERIFY(std::isnan(alerts[0].value));
    QCOMPARE(alerts[1], infinite);
    QCOMPARE(alerts[2], nameless);
}

void TestHistoryDatabase::pruneKeepsWhatIsNewAndWhatGoesOn()
{
    HistoryDatabase history(u":memory:"_s);
    history.appendEvent(eventAt(999, u"old"_s));
    history.appendEvent(eventAt(1000, u"new"_s));
    history.saveInterval(stay(LaneState::Connecting, 1, 999));
    history.saveInterval(stay(LaneState::Closed, 2, 1000));
    history.saveInterval(stay(LaneState::Open, 3));
    history.saveAlerts({firingAlert(u"rule"_s)});
    history.prune(fromMilliseconds(1000));
    QCOMPARE(subjectsOf(eventsIn(history)), QStringList{u"new"_s});
    QCOMPARE(intervalsIn(history, 0, 5000),
        (std::vector{stay(LaneState::Closed, 2, 1000), stay(LaneState::Open, 3)}));
    QCOMPARE(alertsIn(history).size(), 1U);
}

void TestHistoryDatabase::nothingIsDeliveredBeforeTheCallReturns()
{
    HistoryDatabase history(u":memory:"_s);
    bool delivered = false;
    history.readEvents(10, this, [&delivered](const Events &) { delivered = true; });
    history.sync();
    QVERIFY(!delivered);
    QTRY_VERIFY(delivered);
}

void TestHistoryDatabase::aDeadContextIsNotCalled()
{
    HistoryDatabase history(u":memory:"_s);
    bool delivered = false;
    auto context = std::make_unique<QObject>();
    history.readEvents(10, context.get(), [&delivered](const Events &) { delivered = true; });
    context.reset();
    // Answers keep their order: when this one is here, the other would have been.
    QCOMPARE(eventsIn(history), Events{});
    QVERIFY(!delivered);
}

void TestHistoryDatabase::answersUnderWayDoNotOutliveTheDatabase()
{
    bool delivered = false;
    const auto captured = std::make_shared<int>(0);
    {
        HistoryDatabase history(u":memory:"_s);
        history.readEvents(10, this, [&delivered, captured](const Events &) { delivered = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!delivered);
    QCOMPARE(captured.use_count(), 1);
}

void TestHistoryDatabase::syncMakesItVisibleToOthers()
{
    HistoryDatabase history(path(), onDemand());
    history.appendEvent(eventAt(1));
    history.saveInterval(stay(LaneState::Open, 1));
    history.sync();
    OtherProgram reader(path());
    QCOMPARE(reader.run(u"SELECT count(*) FROM events"_s).toInt(), 1);
    QCOMPARE(reader.run(u"SELECT count(*) FROM intervals"_s).toInt(), 1);
}

void TestHistoryDatabase::writesAreBatched()
{
    HistoryDatabase::Limits limits = onDemand();
    limits.commitEvery = 1ms;
    HistoryDatabase soon(path(), limits);
    soon.appendEvent(eventAt(1));
    soon.sync();
    OtherProgram reader(path());
    soon.appendEvent(eventAt(2));
    QTRY_COMPARE(reader.run(u"SELECT count(*) FROM events"_s).toInt(), 2);

    const QString otherPath = m_dir->filePath(u"late.sqlite"_s);
    HistoryDatabase late(otherPath, onDemand());
    late.sync();
    for (int i = 0; i < 100; ++i)
        late.appendEvent(eventAt(i));
    OtherProgram other(otherPath);
    QCOMPARE(other.run(u"SELECT count(*) FROM events"_s).toInt(), 0);
    late.sync();
    QCOMPARE(other.run(u"SELECT count(*) FROM events"_s).toInt(), 100);
}

void TestHistoryDatabase::theDestructorWritesWhatWaits()
{
    {
        HistoryDatabase history(path(), onDemand());
        for (int i = 0; i < 100; ++i)
            history.appendEvent(eventAt(i));
    }
    OtherProgram reader(path());
    QCOMPARE(reader.run(u"SELECT count(*) FROM events"_s).toInt(), 100);
}

void TestHistoryDatabase::aLockedFileKeepsTheRecordsForTheNextTry()
{
    HistoryDatabase history(path(), onDemand());
    QSignalSpy problems(&history, &HistoryDatabase::problem);
    history.sync();
    OtherProgram program(path());
    program.run(u"BEGIN IMMEDIATE"_s);
    history.appendEvent(eventAt(1, u"first"_s));
    history.sync();
    history.appendEvent(eventAt(2, u"second"_s));
    history.sync();
    QTRY_COMPARE(problems.size(), 1);
    QCOMPARE(lastProblem(problems).kind, Kind::WriteFailed);
    QCOMPARE(lastProblem(problems).path, path());
    QCOMPARE(lastProblem(problems).dropped, 0);
    program.run(u"ROLLBACK"_s);
    QCOMPARE(subjectsOf(eventsIn(history)), (QStringList{u"second"_s, u"first"_s}));
    QCOMPARE(problems.size(), 1);

    program.run(u"BEGIN IMMEDIATE"_s);
    history.appendEvent(eventAt(3));
    history.sync();
    QTRY_COMPARE(problems.size(), 2);
    program.run(u"ROLLBACK"_s);
}

void TestHistoryDatabase::aFullFileIsToldAndPruningMakesRoom()
{
    HistoryDatabase::Limits limits = onDemand();
    limits.maxBytes = 64 * 1024;
    HistoryDatabase history(path(), limits);
    QSignalSpy problems(&history, &HistoryDatabase::problem);
    const QString long_(500, u'x');
    int written = 0;
    while (problems.isEmpty() && written < 10'000) {
        history.appendEvent(eventAt(written++, long_));
        history.sync();
        QCoreApplication::processEvents();
    }
    QCOMPARE(lastProblem(problems).kind, Kind::DiskFull);
    QCOMPARE(lastProblem(problems).path, path());
    const std::size_t before = eventsIn(history, 10'000).size();
    QVERIFY(before < static_cast<std::size_t>(written));

    history.prune(fromMilliseconds(written / 2));
    const auto after = eventsIn(history, 10'000);
    QCOMPARE(after.size(), static_cast<std::size_t>(written - written / 2));
    QCOMPARE(after.front().time, fromMilliseconds(written - 1));
}

void TestHistoryDatabase::whatWaitsIsBoundedAndTheLossIsTold()
{
    HistoryDatabase::Limits limits = onDemand();
    limits.maxWaiting = 3;
    HistoryDatabase history(path(), limits);
    QSignalSpy problems(&history, &HistoryDatabase::problem);
    history.sync();
    OtherProgram program(path());
    program.run(u"BEGIN IMMEDIATE"_s);
    history.appendEvent(eventAt(1, u"1"_s));
    history.sync();
    for (int i = 2; i <= 5; ++i)
        history.appendEvent(eventAt(i, QString::number(i)));
    history.sync();
    QTRY_COMPARE(problems.size(), 2);
    QCOMPARE(lastProblem(problems).dropped, 2);
    history.appendEvent(eventAt(6, u"6"_s));
    program.run(u"ROLLBACK"_s);
    QCOMPARE(subjectsOf(eventsIn(history)), (QStringList{u"6"_s, u"5"_s, u"4"_s}));
    QTRY_COMPARE(problems.size(), 3);
    QCOMPARE(lastProblem(problems).dropped, 1);
}

void TestHistoryDatabase::aRowThatMakesNoSenseHidesNoOther()
{
    HistoryDatabase history(path(), onDemand());
    QSignalSpy problems(&history, &HistoryDatabase::problem);
    history.appendEvent(eventAt(1, u"good"_s));
    history.sync();
    OtherProgram program(path());
    program.run(u"INSERT INTO events (time, kind, subject, facts) VALUES (2, 'nonsense', 's', '{}')"_s);
    program.run(u"INSERT INTO events (time, kind, subject, facts) VALUES (3, 'blind', 's', 'no JSON')"_s);
    QCOMPARE(subjectsOf(eventsIn(history)), QStringList{u"good"_s});
    QTRY_COMPARE(problems.size(), 1);
    QCOMPARE(lastProblem(problems).kind, Kind::ReadFailed);
}

void TestHistoryDatabase::aMissingTableIsAReadError()
{
    HistoryDatabase history(path(), onDemand());
    QSignalSpy problems(&history, &HistoryDatabase::problem);
    history.sync();
    OtherProgram program(path());
    program.run(u"DROP TABLE alerts"_s);
    QCOMPARE(alertsIn(history), std::vector<StoredAlert>{});
    QTRY_COMPARE(problems.size(), 1);
    QCOMPARE(lastProblem(problems).kind, Kind::ReadFailed);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestHistoryDatabase)
#include "tst_historydatabase.moc"
