// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/quantile.h"
#include "core/metrics/timeseries.h"

#include <QTest>

#include <limits>
#include <vector>

namespace sockeye {

class TestQuantile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesBetweenRanksAreInterpolated_data();
    void valuesBetweenRanksAreInterpolated();
    void withoutAValueThereIsNone_data();
    void withoutAValueThereIsNone();
};

namespace {

using Values = std::vector<double>;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

} // namespace

void TestQuantile::valuesBetweenRanksAreInterpolated_data()
{
    QTest::addColumn<double>("q");
    QTest::addColumn<Values>("values");
    QTest::addColumn<double>("expected");
    QTest::newRow("one value") << 0.95 << Values{7} << 7.0;
    QTest::newRow("median of an odd number") << 0.5 << Values{3, 1, 2} << 2.0;
    QTest::newRow("median of an even number") << 0.5 << Values{4, 1, 3, 2} << 2.5;
    QTest::newRow("the lowest") << 0.0 << Values{3, 1, 2} << 1.0;
    QTest::newRow("the highest") << 1.0 << Values{3, 1, 2} << 3.0;
    QTest::newRow("below nought is the lowest") << -1.0 << Values{3, 1, 2} << 1.0;
    QTest::newRow("above one is the highest") << 2.0 << Values{3, 1, 2} << 3.0;
    QTest::newRow("between") << 0.75 << Values{0, 10} << 7.5;
    QTest::newRow("NaN is left out") << 0.5 << Values{nan, 1, 3, nan} << 2.0;
    QTest::newRow("a gap is left out") << 1.0 << Values{absentValue(), 1, 3} << 3.0;
    QTest::newRow("the highest is infinite") << 1.0 << Values{1, 2, infinity} << infinity;
    QTest::newRow("a rank below an infinity") << 0.5 << Values{1, 2, infinity} << 2.0;
    QTest::newRow("nearer to the infinity") << 0.9 << Values{1, 2, infinity} << infinity;
    QTest::newRow("nearer to the number") << 0.6 << Values{1, 2, infinity} << 2.0;
    QTest::newRow("all infinite") << 0.5 << Values{infinity, infinity} << infinity;
    QTest::newRow("both infinities") << 0.25 << Values{-infinity, infinity} << -infinity;
}

void TestQuantile::valuesBetweenRanksAreInterpolated()
{
    QFETCH(double, q);
    QFETCH(Values, values);
    const auto result = quantile(q, values);
    QVERIFY(result.has_value());
    QTEST(*result, "expected");
}

void TestQuantile::withoutAValueThereIsNone_data()
{
    QTest::addColumn<double>("q");
    QTest::addColumn<Values>("values");
    QTest::newRow("nothing given") << 0.5 << Values{};
    QTest::newRow("only NaN and gaps") << 0.5 << Values{nan, absentValue()};
    QTest::newRow("no rank") << nan << Values{1, 2};
}

void TestQuantile::withoutAValueThereIsNone()
{
    QFETCH(double, q);
    QFETCH(Values, values);
    QVERIFY(!quantile(q, values).has_value());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestQuantile)
#include "tst_quantile.moc"
