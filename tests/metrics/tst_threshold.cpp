// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/threshold.h"
#include "core/metrics/timeseries.h"

#include <QTest>

#include <array>
#include <limits>

namespace sockeye {

class TestThreshold final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBadSideIsBreached_data();
    void theBadSideIsBreached();
    void worseIsGreater();
};

void TestThreshold::theBadSideIsBreached_data()
{
    // In the order of Comparison: > >= < <= == !=
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("breached");
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("below") << 0.5 << QByteArray("..xx.x");
    QTest::newRow("on the line") << 1.0 << QByteArray(".x.xx.");
    QTest::newRow("above") << 1.5 << QByteArray("xx...x");
    QTest::newRow("infinite") << infinity << QByteArray("xx...x");
    QTest::newRow("infinitely low") << -infinity << QByteArray("..xx.x");
    QTest::newRow("NaN is on no side") << std::numeric_limits<double>::quiet_NaN() << QByteArray("......");
    QTest::newRow("nor is a gap") << absentValue() << QByteArray("......");
}

void TestThreshold::theBadSideIsBreached()
{
    QFETCH(double, value);
    QByteArray breached;
    for (const Comparison comparison : {Comparison::Greater, Comparison::GreaterOrEqual, Comparison::Less,
             Comparison::LessOrEqual, Comparison::Equal, Comparison::NotEqual})
        breached += isBreached(value, comparison, 1.0) ? 'x' : '.';
    QTEST(breached, "breached");
}

void TestThreshold::worseIsGreater()
{
    const std::array order{Health::Well, Health::Unknown, Health::Blind, Health::Warning, Health::Critical};
    for (std::size_t i = 1; i < order.size(); ++i)
        QVERIFY(order[i - 1] < order[i]);
    QVERIFY(Severity::Warning < Severity::Critical);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestThreshold)
#include "tst_threshold.moc"
