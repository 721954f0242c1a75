// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/timeseries.h"
#include "core/metrics/valueformatter.h"

#include <QTest>

#include <limits>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestValueFormatter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreWrittenForPeople_data();
    void valuesAreWrittenForPeople();
    void localesWriteTheirOwnWay_data();
    void localesWriteTheirOwnWay();
    void numberAndUnitAreApart();
    void durationsHaveOneOrTwoUnits_data();
    void durationsHaveOneOrTwoUnits();
};

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

void row(const char *name, double value, Unit unit, const QString &text)
{
    QTest::newRow(name) << value << static_cast<int>(unit) << text;
}

void addPlainRows()
{
    row("zero", 0.0, Unit::None, u"0"_s);
    row("minus zero", -0.0, Unit::None, u"0"_s);
    row("negative", -5.0, Unit::None, u"-5"_s);
    row("three digits below one", 0.033333, Unit::None, u"0.0333"_s);
    row("three digits", 3.14159, Unit::None, u"3.14"_s);
    row("no empty decimals", 2.5, Unit::None, u"2.5"_s);
    row("hundreds", 123.4, Unit::None, u"123"_s);
    row("rounds up to ten", 9.996, Unit::None, u"10"_s);
    row("rounds up to a hundred", 99.96, Unit::None, u"100"_s);
    row("rounds up to a thousand", 999.6, Unit::None, u"1 k"_s);
    row("just below that", 999.4, Unit::None, u"999"_s);
    row("thousands", 96'400.0, Unit::None, u"96.4 k"_s);
    row("rounds up to a million", 999'600.0, Unit::None, u"1 M"_s);
    row("negative thousands", -1234.0, Unit::None, u"-1.23 k"_s);
    row("very large", 1.5e18, Unit::None, u"1.5 E"_s);
    row("beyond every prefix", 1e300, Unit::None, u"1e+282 E"_s);
    row("a thousandth", 0.001, Unit::None, u"0.001"_s);
    row("small", 0.000123456, Unit::None, u"0.000123"_s);
    row("tiny is not zero", 1e-7, Unit::None, u"1e-07"_s);
    row("tiny and negative", -1.234e-9, Unit::None, u"-1.23e-09"_s);
    for (const Unit unit : {Unit::None, Unit::Seconds, Unit::Bytes, Unit::Ratio, Unit::Count}) {
        const auto name = [unit](const char *what) {
            return QByteArray(what).append(", unit ").append(QByteArray::number(static_cast<int>(unit)));
        };
        row(name("NaN").constData(), nan, unit, u"NaN"_s);
        row(name("absent").constData(), absentValue(), unit, u"—"_s);
        row(name("infinite").constData(), infinity, unit, u"∞"_s);
        row(name("minus infinite").constData(), -infinity, unit, u"−∞"_s);
    }
}

void addCountRows()
{
    row("count zero", 0.0, Unit::Count, u"0"_s);
    row("count minus zero", -0.0, Unit::Count, u"0"_s);
    row("count in full", 12'480.0, Unit::Count, u"12480"_s);
    row("count negative", -31.0, Unit::Count, u"-31"_s);
    row("largest count in full", 99'999.0, Unit::Count, u"99999"_s);
    row("count beyond", 100'000.0, Unit::Count, u"100 k"_s);
    row("averaged count", 12.345, Unit::Count, u"12.3"_s);
}

void addTimeRows()
{
    row("no time", 0.0, Unit::Seconds, u"0 s"_s);
    row("nanoseconds", 1e-7, Unit::Seconds, u"100 ns"_s);
    row("microseconds", 0.00025, Unit::Seconds, u"250 µs"_s);
    row("microseconds that round up", 0.0009996, Unit::Seconds, u"1 ms"_s);
    row("milliseconds", 0.210, Unit::Seconds, u"210 ms"_s);
    row("milliseconds that round up", 0.9996, Unit::Seconds, u"1 s"_s);
    row("negative milliseconds", -0.005, Unit::Seconds, u"-5 ms"_s);
    row("seconds", 1.5, Unit::Seconds, u"1.5 s"_s);
    row("ninety seconds", 90.0, Unit::Seconds, u"90 s"_s);
    row("nearly two minutes", 119.6, Unit::Seconds, u"1.99 min"_s);
    row("two minutes", 120.0, Unit::Seconds, u"2 min"_s);
    row("hours", 9000.0, Unit::Seconds, u"2.5 h"_s);
    row("days", 259'200.0, Unit::Seconds, u"3 d"_s);
    row("very many days", 1e15, Unit::Seconds, u"1.16e+10 d"_s);
}

void addUnitRows()
{
    row("bytes", 1000.0, Unit::Bytes, u"1000 B"_s);
    row("bytes that round up", 1023.9, Unit::Bytes, u"1 KiB"_s);
    row("kibibytes", 1536.0, Unit::Bytes, u"1.5 KiB"_s);
    row("mebibytes", 123.4 * 1024 * 1024, Unit::Bytes, u"123 MiB"_s);
    row("pebibytes", 2.0 * 1024 * 1024 * 1024 * 1024 * 1024, Unit::Bytes, u"2 PiB"_s);
    row("byte rate", 2048.0, Unit::BytesPerSecond, u"2 KiB/s"_s);
    row("rate", 96'400.0, Unit::PerSecond, u"96.4 k/s"_s);
    row("slow rate", 0.0333, Unit::PerSecond, u"0.0333 /s"_s);
    row("ratio", 0.05, Unit::Ratio, u"5 %"_s);
    row("small ratio", 0.000012, Unit::Ratio, u"0.0012 %"_s);
    row("ratio above one", 1.5, Unit::Ratio, u"150 %"_s);
    row("cores", 0.85, Unit::Cores, u"0.85 cores"_s);
}

} // namespace

void TestValueFormatter::valuesAreWrittenForPeople_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("text");
    addPlainRows();
    addCountRows();
    addTimeRows();
    addUnitRows();
}

void TestValueFormatter::valuesAreWrittenForPeople()
{
    QFETCH(double, value);
    QFETCH(int, unit);
    QTEST(ValueFormatter().text(value, static_cast<Unit>(unit)), "text");
}

void TestValueFormatter::localesWriteTheirOwnWay_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("text");
    const auto localeRow = [](const char *name, const QString &locale, double value, Unit unit,
                               const QString &text) {
        QTest::newRow(name) << locale << value << static_cast<int>(unit) << text;
    };
    localeRow("English count", u"en_US"_s, 12'480.0, Unit::Count, u"12,480"_s);
    localeRow("German count", u"de_DE"_s, 12'480.0, Unit::Count, u"12.480"_s);
    localeRow("German decimals", u"de_DE"_s, 2.5, Unit::Seconds, u"2,5 s"_s);
    localeRow("German decimals without end", u"de_DE"_s, 2.0, Unit::Seconds, u"2 s"_s);
    localeRow("German hundreds keep their zeros", u"de_DE"_s, 100.0, Unit::None, u"100"_s);
    localeRow("Chinese count", u"zh_CN"_s, 12'480.0, Unit::Count, u"12,480"_s);
    localeRow("Chinese decimals", u"zh_CN"_s, 96'400.0, Unit::PerSecond, u"96.4 k/s"_s);
    localeRow("Arabic digits", u"ar_EG"_s, 2.5, Unit::None, u"٢٫٥"_s);
}

void TestValueFormatter::localesWriteTheirOwnWay()
{
    QFETCH(QString, locale);
    QFETCH(double, value);
    QFETCH(int, unit);
    QTEST(ValueFormatter(QLocale(locale)).text(value, static_cast<Unit>(unit)), "text");
}

void TestValueFormatter::numberAndUnitAreApart()
{
    const ValueFormatter formatter;
    QCOMPARE(formatter.format(1536.0, Unit::Bytes), (FormattedValue{u"1.5"_s, u"KiB"_s}));
    QCOMPARE(formatter.format(5.0, Unit::None), (FormattedValue{u"5"_s, QString()}));
    QCOMPARE(formatter.format(absentValue(), Unit::Bytes), (FormattedValue{u"—"_s, QString()}));
}

void TestValueFormatter::durationsHaveOneOrTwoUnits_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64{0} << u"0 ms"_s;
    QTest::newRow("milliseconds") << qint64{450} << u"450 ms"_s;
    QTest::newRow("rounded down") << qint64{1'999} << u"1 s"_s;
    QTest::newRow("seconds") << qint64{59'000} << u"59 s"_s;
    QTest::newRow("minutes") << qint64{185'000} << u"3 min"_s;
    QTest::newRow("a whole hour") << qint64{3'600'000} << u"1 h"_s;
    QTest::newRow("hours and minutes") << qint64{7'500'000} << u"2 h 5 min"_s;
    QTest::newRow("hours and seconds") << qint64{7'230'000} << u"2 h"_s;
    QTest::newRow("days and hours") << qint64{93'600'000} << u"1 d 2 h"_s;
    QTest::newRow("days and minutes") << qint64{86'700'000} << u"1 d"_s;
    QTest::newRow("in the past") << qint64{-7'500'000} << u"-2 h 5 min"_s;
}

void TestValueFormatter::durationsHaveOneOrTwoUnits()
{
    QFETCH(qint64, ms);
    QTEST(ValueFormatter().duration(std::chrono::milliseconds{ms}), "text");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestValueFormatter)
#include "tst_valueformatter.moc"
