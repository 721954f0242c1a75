// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalogue/metricprofile.h"

#include <QRegularExpression>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

MetricProfile profile(const QString &id, const QString &detect, int priority)
{
    MetricProfile result;
    result.id = id;
    result.detect = detect;
    result.priority = priority;
    return result;
}

//! The catalogue in small: one of each kind of demand.
std::vector<MetricProfile> profiles()
{
    MetricProfile plain = profile(u"plain"_s, u"^ws_clients$"_s, 10);
    MetricProfile counted = profile(u"counted"_s, u"^ws_clients$"_s, 12);
    counted.companions = {u"ws_connections_total"_s};
    counted.types = {{u"ws_connections_total"_s, u"counter"_s}};
    MetricProfile gauge = profile(u"gauge"_s, u"^ws_connections_total$"_s, 11);
    gauge.types = {{u"ws_connections_total"_s, u"gauge"_s}};
    MetricProfile prefixed = profile(u"prefixed"_s, u"^(?P<p>.+)_num_clients$"_s, 40);
    prefixed.companions = {u"{p}_num_nodes"_s};
    return {plain, counted, gauge, prefixed};
}

//! "name job job, name:type job": what a server has.
struct Server {
    QHash<QByteArray, QByteArray> typeOf;
    QHash<QByteArray, QList<QByteArray>> jobsOf;

    explicit Server(const QByteArray &text)
    {
        for (const QByteArray &metric : text.split(',')) {
            QList<QByteArray> words = metric.simplified().split(' ');
            const QByteArray head = words.takeFirst();
            const QByteArray name = head.split(':').first();
            if (head.contains(':'))
                typeOf.insert(name, head.split(':').last());
            if (!words.isEmpty())
                jobsOf.insert(name, words);
        }
    }
};

//! "job=profile/prefix" of each service.
QString describe(const std::vector<DetectedService> &services)
{
    QStringList words;
    for (const DetectedService &service : services)
        words.append(u"%1=%2/%3"_s.arg(QString::fromUtf8(service.job), service.profileId, service.prefix));
    return words.join(u' ');
}

} // namespace

class DetectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsServices_data();
    void findsServices();
    void doesNotDependOnOrder();
    void regexMatchesAllThatDecides();
    void regexIsOneThatPrometheusTakes();
};

void DetectionTest::findsServices_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QString>("services");

    QTest::newRow("nothing") << "up api"_ba << u""_s;
    QTest::newRow("one") << "ws_clients api"_ba << u"api=plain/"_s;
    QTest::newRow("each job, sorted") << "ws_clients b a"_ba << u"a=plain/ b=plain/"_s;
    QTest::newRow("a name within another is none") << "my_ws_clients_now api"_ba << u""_s;
    QTest::newRow("a counter decides")
        << "ws_clients api, ws_connections_total:counter api"_ba << u"api=counted/"_s;
    QTest::newRow("a gauge named total decides")
        << "ws_clients api, ws_connections_total:gauge api"_ba << u"api=gauge/"_s;
    QTest::newRow("an undeclared type decides nothing")
        << "ws_clients api, ws_connections_total api"_ba << u"api=plain/"_s;
    QTest::newRow("OpenMetrics declares without _total")
        << "ws_clients api, ws_connections_total api, ws_connections:counter"_ba << u"api=counted/"_s;
    QTest::newRow("a companion of another job is none")
        << "ws_clients a b, ws_connections_total:counter b"_ba << u"a=plain/ b=counted/"_s;
    QTest::newRow("prefix") << "grafana_live_num_clients grafana, grafana_live_num_nodes grafana"_ba
                            << u"grafana=prefixed/grafana_live"_s;
    QTest::newRow("prefix without its companion") << "a_num_clients x, b_num_nodes x"_ba << u""_s;
    QTest::newRow("greatest priority wins")
        << "ws_clients x, a_num_clients x, a_num_nodes x"_ba << u"x=prefixed/a"_s;
    QTest::newRow("first of two prefixes")
        << "b_num_clients x, b_num_nodes x, a_num_clients x, a_num_nodes x"_ba << u"x=prefixed/a"_s;
}

void DetectionTest::findsServices()
{
    QFETCH(QByteArray, server);
    const Server facts(server);
    QTEST(describe(detectServices(profiles(), facts.typeOf, facts.jobsOf)), "services");
}

void DetectionTest::doesNotDependOnOrder()
{
    const Server facts("m x");
    const std::vector<MetricProfile> forth{profile(u"a"_s, u"m"_s, 1), profile(u"b"_s, u"m"_s, 1)};
    const std::vector<MetricProfile> back{forth.at(1), forth.at(0)};
    QCOMPARE(describe(detectServices(forth, facts.typeOf, facts.jobsOf)), u"x=a/"_s);
    QCOMPARE(describe(detectServices(back, facts.typeOf, facts.jobsOf)), u"x=a/"_s);
}

void DetectionTest::regexMatchesAllThatDecides()
{
    const QRegularExpression regex(
        QRegularExpression::anchoredPattern(QString::fromUtf8(detectionRegex(profiles()))));
    QVERIFY(regex.isValid());
    for (const QString &name : {u"ws_clients"_s, u"ws_connections_total"_s, u"grafana_live_num_clients"_s,
             u"grafana_live_num_nodes"_s})
        QVERIFY2(regex.match(name).hasMatch(), qUtf8Printable(name));
    for (const QString &name : {u"up"_s, u"my_ws_clients"_s, u"num_nodes"_s})
        QVERIFY2(!regex.match(name).hasMatch(), qUtf8Printable(name));
}

void DetectionTest::regexIsOneThatPrometheusTakes()
{
    const QByteArray regex = detectionRegex(profiles());
    QVERIFY2(!regex.contains("<p>"), regex.constData()); // two groups of one name are an error to RE2
    QVERIFY2(!regex.contains('\\'), regex.constData()); // nothing to escape in a quoted matcher
    QCOMPARE(detectionRegex({}), QByteArray());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::DetectionTest)
#include "tst_detection.moc"
