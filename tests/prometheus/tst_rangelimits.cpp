// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/rangelimits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

class TestRangeLimits final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheLimitThatAServerNames_data();
    void readsTheLimitThatAServerNames();
    void staysWhereNothingIsNarrower();
};

void TestRangeLimits::readsTheLimitThatAServerNames_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<qint64>("points");
    QTest::addColumn<qint64>("seconds");

    QTest::newRow("Prometheus and Thanos, with a smaller build limit")
        << u"exceeded maximum resolution of 5,000 points per timeseries. "_s
           u"Try decreasing the query resolution (?step=XX)"_s
        << qint64{5'000} << qint64{0};
    QTest::newRow("VictoriaMetrics 1.79")
        << u"too many points for the given step=1000, start=1 and end=2: 9001; "_s
           u"cannot exceed -search.maxPointsPerTimeseries=3000"_s
        << qint64{3'000} << qint64{0};
    QTest::newRow("VictoriaMetrics 1.96")
        << u"too many points for the given start=1, end=2 and step=300000: 84096; "_s
           u"the maximum number of points is 3000; (see -search.maxPointsPerTimeseries command-line flag)"_s
        << qint64{3'000} << qint64{0};
    QTest::newRow("Cortex and Mimir")
        << u"the query time range exceeds the limit (query length: 2160h0m0s, limit: 768h0m0s) "_s
           u"(err-mimir-max-query-length)"_s
        << qint64{11'000} << qint64{768 * 3'600 * 9 / 10};
    QTest::newRow("Mimir in days")
        << u"the query time range exceeds the limit (query length: 90d, limit: 30d1h)"_s << qint64{11'000}
        << qint64{721 * 3'600 * 9 / 10};
}

void TestRangeLimits::readsTheLimitThatAServerNames()
{
    QFETCH(QString, message);
    QFETCH(qint64, points);
    QFETCH(qint64, seconds);
    QueryError error;
    error.message = message;

    const std::optional<RangeLimits> limits = narrowerLimits(error, {});

    QVERIFY(limits);
    QCOMPARE(qint64{limits->points}, points);
    QCOMPARE(limits->length, std::chrono::milliseconds(std::chrono::seconds{seconds}));
    QVERIFY(!narrowerLimits(error, *limits)); // asking again the same way would not end
}

void TestRangeLimits::staysWhereNothingIsNarrower()
{
    QueryError error;
    for (const QString &message : {u"exceeded maximum resolution of 11,000 points per timeseries"_s,
             u"cannot exceed -search.maxPointsPerTimeseries=30000"_s, u"parse error: unexpected end"_s,
             QString()}) {
        error.message = message;
        QVERIFY2(!narrowerLimits(error, {}), qPrintable(message));
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestRangeLimits)

#include "tst_rangelimits.moc"
