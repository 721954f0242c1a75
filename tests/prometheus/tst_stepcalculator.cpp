// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/prometheus/stepcalculator.h"

#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

class TestStepCalculator final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choosesAPleasantStep_data();
    void choosesAPleasantStep();
    void neverAsksForMoreThanTheServerAnswers();
    void alignsBothEndsBackwards_data();
    void alignsBothEndsBackwards();
    void widensTheRateWindow_data();
    void widensTheRateWindow();
};

void TestStepCalculator::choosesAPleasantStep_data()
{
    QTest::addColumn<qint64>("range");
    QTest::addColumn<int>("width");
    QTest::addColumn<qint64>("scrape");
    QTest::addColumn<qint64>("step");
    const auto row = [](const char *name, milliseconds range, int width, milliseconds scrape,
                         milliseconds step) {
        QTest::newRow(name) << qint64{range.count()} << width << qint64{scrape.count()}
                            << qint64{step.count()};
    };

    row("a quarter of an hour, scraped each second", 15min, 800, 1s, 1s);
    row("a quarter of an hour, scraped as usual", 15min, 800, 15s, 15s);
    row("an hour on a narrow panel", 1h, 100, 15s, 30s);
    row("six hours", 6h, 800, 15s, 30s);
    row("a day", 24h, 1'000, 15s, 1min);
    row("a week", 168h, 1'000, 15s, 10min);
    row("ninety days", 2'160h, 1'000, 15s, 2h);
    row("a year", 8'760h, 1'000, 15s, 6h);
    row("on the border of the table", 3'500s, 1'000, 1s, 2s);
    row("just above the border", 3'501s, 1'000, 1s, 5s);
    row("unknown scrape interval", 15min, 800, 0s, 15s);
    row("unknown width", 24h, 0, 15s, 1min);
    row("an odd scrape interval is kept", 15min, 800, 7s, 7s);
    row("a very wide panel", 24h, 100'000, 1s, 10s);
}

void TestStepCalculator::choosesAPleasantStep()
{
    QFETCH(qint64, range);
    QFETCH(int, width);
    QFETCH(qint64, scrape);
    QFETCH(qint64, step);

    QCOMPARE(qint64{stepFor(milliseconds{range}, width, milliseconds{scrape}).count()}, step);
}

void TestStepCalculator::neverAsksForMoreThanTheServerAnswers()
{
    RandomSource random(20'260'101);
    for (int i = 0; i < 20'000; ++i) {
        const milliseconds range{1 + static_cast<qint64>(random.bits() % 100'000'000'000ULL)};
        const int width = 1 + static_cast<int>(random.bits() % 50'000);
        const milliseconds scrape{1 + static_cast<qint64>(random.bits() % 120'000)};

        const milliseconds step = stepFor(range, width, scrape);

        QVERIFY2(step >= scrape && range / step <= 11'000,
            qPrintable(QString::number(range.count()) + QChar(u' ') + QString::number(step.count())));
    }
}

void TestStepCalculator::alignsBothEndsBackwards_data()
{
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<qint64>("alignedBegin");
    QTest::addColumn<qint64>("alignedEnd");

    QTest::newRow("between multiples") << 1'234LL << 5'678LL << 1'000LL << 1'000LL << 5'000LL;
    QTest::newRow("on multiples") << 1'000LL << 5'000LL << 1'000LL << 1'000LL << 5'000LL;
    QTest::newRow("before the epoch") << -1LL << 1LL << 1'000LL << -1'000LL << 0LL;
    QTest::newRow("no step") << 3LL << 7LL << 0LL << 3LL << 7LL;
}

void TestStepCalculator::alignsBothEndsBackwards()
{
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QFETCH(qint64, step);
    QFETCH(qint64, alignedBegin);
    QFETCH(qint64, alignedEnd);

    const TimeRange aligned = alignedTo({fromMilliseconds(begin), fromMilliseconds(end)}, milliseconds{step});

    QCOMPARE(qint64{toMilliseconds(aligned.begin)}, alignedBegin);
    QCOMPARE(qint64{toMilliseconds(aligned.end)}, alignedEnd);
}

void TestStepCalculator::widensTheRateWindow_data()
{
    QTest::addColumn<qint64>("step");
    QTest::addColumn<qint64>("scrape");
    QTest::addColumn<qint64>("window");

    QTest::newRow("four scrapes at least") << 1'000LL << 15'000LL << 60'000LL;
    QTest::newRow("a step and a scrape") << 60'000LL << 15'000LL << 75'000LL;
    QTest::newRow("unknown scrape interval") << 1'000LL << 0LL << 60'000LL;
}

void TestStepCalculator::widensTheRateWindow()
{
    QFETCH(qint64, step);
    QFETCH(qint64, scrape);
    QFETCH(qint64, window);

    QCOMPARE(qint64{rateWindow(milliseconds{step}, milliseconds{scrape}).count()}, window);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestStepCalculator)

#include "tst_stepcalculator.moc"
