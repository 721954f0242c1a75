// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/freedesktopnotifier.h"

#include "tests/support/notificationdaemon.h"
#include "tests/support/privatebus.h"

#include <QSignalSpy>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::NotificationDaemon;
using test::PrivateBus;

namespace {

Notice firing(const QString &key = u"a1"_s)
{
    Notice notice;
    notice.kind = Notice::Kind::Firing;
    notice.key = key;
    notice.ruleKey = u"p99-latency"_s;
    notice.subject = u"api <b>&"_s;
    notice.unit = Unit::Seconds;
    notice.value = 1.21;
    notice.threshold = 1.0;
    notice.panel = u"latency"_s;
    return notice;
}

Notice resolved(const QString &key = u"a1"_s)
{
    Notice notice = firing(key);
    notice.kind = Notice::Kind::Resolved;
    return notice;
}

//! The body of this one carries a name that the user gave.
Notice blindNamed(const QString &subject)
{
    Notice notice = firing();
    notice.kind = Notice::Kind::Blind;
    notice.subject = subject;
    return notice;
}

} // namespace

class TestFreedesktopNotifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void firingIsCriticalWithActions();
    void noActionsForAServerWithoutThem();
    void bodyIsEscapedOnlyForMarkup_data();
    void bodyIsEscapedOnlyForMarkup();
    void resolvedReplacesInPlace();
    void quickChangeReplacesInPlace();
    void dismissedPopupIsNotReplaced();
    void otherKeysHaveTheirOwnPopups();
    void withdrawCloses();
    void withdrawWhileSendingCloses();
    void showCarriesNoticeAndToken();
    void otherProgramsActionIsIgnored();
    void otherActionsAreIgnored();
    void withoutServerEachNoticeFails();
    void withoutBusEachNoticeFails();
    void serverThatComesLaterIsUsed();
    void restartedServerGetsFreshPopups();

private:
    void waitForCalls(std::size_t count)
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_daemon->calls().size(), count, 20'000);
    }
    QDBusConnection connection();

    PrivateBus m_bus;
    std::unique_ptr<NotificationDaemon> m_daemon;
    int m_connections = 0;
};

void TestFreedesktopNotifier::initTestCase()
{
    qRegisterMetaType<Notice>();
    QVERIFY(m_bus.start());
}

void TestFreedesktopNotifier::init()
{
    m_daemon = std::make_unique<NotificationDaemon>(connection());
    QVERIFY(m_daemon->start());
}

void TestFreedesktopNotifier::cleanup()
{
    m_daemon->stop();
    m_daemon.reset();
}

QDBusConnection TestFreedesktopNotifier::connection()
{
    return m_bus.connect(u"test-%1"_s.arg(++m_connections));
}

void TestFreedesktopNotifier::firingIsCriticalWithActions()
{
    FreedesktopNotifier notifier{connection()};
    notifier.notify(firing());
    waitForCalls(1);
    const test::NotifyCall &call = m_daemon->calls().front();
    QCOMPARE(call.appName, u"Sockeye"_s);
    QCOMPARE(call.replacesId, 0U);
    QCOMPARE(call.summary, u"api <b>&: P99 latency"_s);
    QCOMPARE(call.actions, (QStringList{u"default"_s, u"Show"_s, u"show"_s, u"Show"_s}));
    const QVariant urgency = call.hints.value(u"urgency"_s);
    QCOMPARE(urgency.metaType(), QMetaType::fromType<uchar>());
    QCOMPARE(urgency.value<uchar>(), uchar{2});
    QCOMPARE(call.hints.value(u"desktop-entry"_s).toString(), u"org.sockeye.Sockeye"_s);
    QCOMPARE(call.hints.value(u"category"_s).toString(), u"network.error"_s);
    QVERIFY(!call.hints.contains(u"transient"_s));
    QVERIFY(notifier.isAvailable());
}

void TestFreedesktopNotifier::noActionsForAServerWithoutThem()
{
    m_daemon->setCapabilities({u"body"_s});
    FreedesktopNotifier notifier{connection()};
    notifier.notify(firing());
    waitForCalls(1);
    QVERIFY(m_daemon->calls().front().actions.isEmpty());
}

void TestFreedesktopNotifier::bodyIsEscapedOnlyForMarkup_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("fragment");
    QTest::newRow("markup") << QStringList{u"body-markup"_s} << u"1 &lt; 2 &amp; &lt;b&gt;3&lt;/b&gt;"_s;
    QTest::newRow("plain") << QStringList{u"body"_s} << u"1 < 2 & <b>3</b>"_s;
}

void TestFreedesktopNotifier::bodyIsEscapedOnlyForMarkup()
{
    QFETCH(QStringList, capabilities);
    QFETCH(QString, fragment);
    m_daemon->setCapabilities(capabilities);
    FreedesktopNotifier notifier{connection()};
    notifier.notify(blindNamed(u"1 < 2 & <b>3</b>"_s));
    waitForCalls(1);
    const QString body = m_daemon->calls().front().body;
    QVERIFY2(body.contains(fragment), qPrintable(body));
}

void TestFreedesktopNotifier::resolvedReplacesInPlace()
{
    FreedesktopNotifier notifier{connection()};
    notifier.notify(firing());
    waitForCalls(1);
    const uint id = m_daemon->calls().front().id;
    QTRY_VERIFY(notifier.isAvailable());
    notifier.notify(resolved());
    waitForCalls(2);
    const test::NotifyCall &call = m_daemon->calls().back();
    QCOMPARE(call.replacesId, id);
    QCOMPARE(call.hints.value(u"urgency"_s).value<uchar>(), uchar{0});
    QCOMPARE(call.hints.value(u"transient"_s).toBool(), true);
}

void TestFreedesktopNotifier::quickChangeReplacesInPlace()
{
    FreedesktopNotifier notifier{connection()};
    notifier.notify(firing());
    notifier.notify(firing());
    notifier.notify(resolved());
    QTRY_VERIFY(!m_daemon->calls().empty() && m_daemon->calls().back().summary.endsWith(u"resolved"_s));
    for (const test::NotifyCall &call : m_daemon->calls())
        QCOMPARE(call.id, m_daemon->calls().front().id);
}

void TestFreedesktopNotifier::dismissedPopupIsNotReplaced()
{
    FreedesktopNotifier notifier{connection()};
    QSignalSpy shown{&notifier, &Notifier::showRequested};
    notifier.notify(firing());
    waitForCalls(1);
    const uint id = m_daemon->calls().front().id;
    m_daemon->dismiss(id);
    // The action of a popup that is gone leads nowhere; that of the next one tells that both arrived.
    m_daemon->invoke(id, u"default"_s);
    notifier.notify(firing(u"a2"_s));
    waitForCalls(2);
    notifier.notify(firing());
    waitForCalls(3);
    QCOMPARE(m_daemon->calls().back().replacesId, 0U);
    QCOMPARE(shown.count(), 0);
}

void TestFreedesktopNotifier::otherKeysHaveTheirOwnPopups()
{
    FreedesktopNotifier notifier{connection()};
    notifier.notify(firing(u"a1"_s));
    notifier.notify(firing(u"a2"_s));
    waitForCalls(2);
    QVERIFY(m_daemon->calls().at(0).id != m_daemon->calls().at(1).id);
    QCOMPARE(m_daemon->calls().at(1).replacesId, 0U);
}

void TestFreedesktopNotifier::withdrawCloses()
{
    FreedesktopNotifier notifier{connection()};
    notifier.notify(firing(u"a1"_s));
    waitForCalls(1);
    notifier.withdraw(u"nobody"_s);
    notifier.withdraw(u"a1"_s);
    QTRY_COMPARE(m_daemon->closed().size(), std::size_t{1});
    QCOMPARE(m_daemon->closed().front(), m_daemon->calls().front().id);
}

void TestFreedesktopNotifier::withdrawWhileSendingCloses()
{
    FreedesktopNotifier notifier{connection()};
    QTRY_VERIFY(notifier.isAvailable());
    notifier.notify(firing());
    notifier.withdraw(u"a1"_s);
    QTRY_COMPARE(m_daemon->closed().size(), std::size_t{1});
}

void TestFreedesktopNotifier::showCarriesNoticeAndToken()
{
    FreedesktopNotifier notifier{connection()};
    QSignalSpy shown{&notifier, &Notifier::showRequested};
    notifier.notify(firing());
    waitForCalls(1);
    const uint id = m_daemon->calls().front().id;
    m_daemon->giveToken(id, u"token-7"_s);
    m_daemon->invoke(id, u"show"_s);
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown.front().at(0).value<Notice>().panel, u"latency"_s);
    QCOMPARE(shown.front().at(1).toString(), u"token-7"_s);

    m_daemon->invoke(id, u"default"_s);
    QTRY_COMPARE(shown.count(), 2);
    QCOMPARE(shown.back().at(1).toString(), QString());
}

void TestFreedesktopNotifier::otherProgramsActionIsIgnored()
{
    FreedesktopNotifier notifier{connection()};
    QSignalSpy shown{&notifier, &Notifier::showRequested};
    notifier.notify(firing());
    waitForCalls(1);
    const uint id = m_daemon->calls().front().id;
    m_daemon->giveToken(99'999, u"foreign"_s);
    m_daemon->invoke(99'999, u"default"_s);
    m_daemon->invoke(id, u"default"_s);
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown.front().at(0).value<Notice>().key, u"a1"_s);
    QCOMPARE(shown.front().at(1).toString(), QString());
}

void TestFreedesktopNotifier::otherActionsAreIgnored()
{
    FreedesktopNotifier notifier{connection()};
    QSignalSpy shown{&notifier, &Notifier::showRequested};
    notifier.notify(firing());
    waitForCalls(1);
    const uint id = m_daemon->calls().front().id;
    m_daemon->invoke(id, u"inline-reply"_s);
    m_daemon->invoke(id, u"show"_s);
    QTRY_COMPARE(shown.count(), 1);
}

void TestFreedesktopNotifier::withoutServerEachNoticeFails()
{
    m_daemon->stop();
    FreedesktopNotifier notifier{connection()};
    QSignalSpy failed{&notifier, &Notifier::failed};
    notifier.notify(firing(u"a1"_s));
    QCOMPARE(failed.count(), 0);
    QTRY_COMPARE(failed.count(), 1);
    notifier.notify(firing(u"a2"_s));
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(failed.at(1).at(0).value<Notice>().key, u"a2"_s);
    QVERIFY(failed.at(1).at(1).toString().contains(u"org.freedesktop.Notifications"_s));
    QVERIFY(!notifier.isAvailable());
}

void TestFreedesktopNotifier::withoutBusEachNoticeFails()
{
    const QDBusConnection none = QDBusConnection::connectToBus(u"unix:path=/nonexistent/bus"_s, u"none"_s);
    QVERIFY(!none.isConnected());
    FreedesktopNotifier notifier{none};
    QSignalSpy failed{&notifier, &Notifier::failed};
    notifier.notify(firing());
    QCOMPARE(failed.count(), 0);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!failed.front().at(1).toString().isEmpty());
    QVERIFY(!notifier.isAvailable());
}

void TestFreedesktopNotifier::serverThatComesLaterIsUsed()
{
    m_daemon->stop();
    FreedesktopNotifier notifier{connection()};
    QSignalSpy failed{&notifier, &Notifier::failed};
    notifier.notify(firing());
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(m_daemon->start());
    QTRY_VERIFY(notifier.isAvailable());
    notifier.notify(firing());
    waitForCalls(1);
    QCOMPARE(failed.count(), 1);
}

void TestFreedesktopNotifier::restartedServerGetsFreshPopups()
{
    FreedesktopNotifier notifier{connection()};
    QSignalSpy available{&notifier, &FreedesktopNotifier::availableChanged};
    notifier.notify(firing());
    waitForCalls(1);
    m_daemon->stop();
    QTRY_COMPARE(available.count(), 2);
    QVERIFY(!notifier.isAvailable());
    QVERIFY(m_daemon->start());
    QTRY_COMPARE(available.count(), 3);
    notifier.notify(firing());
    waitForCalls(2);
    QCOMPARE(m_daemon->calls().back().replacesId, 0U);
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestFreedesktopNotifier)
#include "tst_freedesktopnotifier.moc"
