// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/prometheus/samplenumber.h"

#include <QTest>

#include <charconv>
#include <cmath>

namespace sockeye {

using samplenumber::readAnyValue;
using samplenumber::readTime;
using samplenumber::readValue;

namespace {

// The text with a quote behind it, and room to look ahead into.
class Padded final {
public:
    explicit Padded(const QByteArray &text)
        : m_bytes(text + '"' + QByteArray(samplenumber::lookAhead, '\0'))
        , m_size(text.size())
    {
    }

    [[nodiscard]] const char *begin() const { return m_bytes.constData(); }
    [[nodiscard]] const char *quote() const { return begin() + m_size; }
    [[nodiscard]] const char *end() const { return quote() + 1; }

private:
    QByteArray m_bytes;
    qsizetype m_size;
};

// Whether both ways make the same of it, which is what std::from_chars makes of it.
bool agrees(const QByteArray &text)
{
    const Padded padded(text);
    double quick = 0.0;
    double slow = 0.0;
    double known = 0.0;
    const char *quickEnd = readValue(padded.begin(), padded.end(), quick);
    const char *slowEnd = readAnyValue(padded.begin(), padded.end(), slow);
    const auto [knownEnd, code] = std::from_chars(padded.begin(), padded.quote(), known);
    const bool isKnown = code == std::errc() && knownEnd == padded.quote();
    if (quickEnd != slowEnd || (isKnown && quickEnd != padded.quote()))
        return false;
    if (!quickEnd)
        return true;
    const bool sameBits = std::bit_cast<quint64>(quick) == std::bit_cast<quint64>(slow);
    return sameBits
        && (!isKnown || std::isnan(quick) || std::bit_cast<quint64>(quick) == std::bit_cast<quint64>(known));
}

QByteArray withPoint(const QByteArray &digits, int decimals)
{
    QByteArray text = digits.rightJustified(decimals + 1, '0');
    if (decimals > 0)
        text.insert(text.size() - decimals, '.');
    return text;
}

} // namespace

class TestSampleNumber final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAsTheLibraryDoes_data();
    void readsAsTheLibraryDoes();
    void readsRandomDecimals();
    void readsRandomDoubles();
    void roundsHalfwayToEven();
    void survivesRandomTexts();
    void readsTimes_data();
    void readsTimes();
};

void TestSampleNumber::readsAsTheLibraryDoes_data()
{
    QTest::addColumn<QByteArray>("text");
    const char *const texts[] = {"0", "-0", "1", "-1", "00012", "0.5", ".5", "5.", ".", "-", "", "+1", "+-1",
        "--1", "+Inf", "-Inf", "Inf", "NaN", "nan(12)", "infinity", "1e5", "1E+05", "1e", "1e-", "1e999",
        "5e-324", "12345678", "123456789", "1234567890123456789", "12345678901234567890",
        "99999999999999999999999999", "9007199254740993", "9007199254740992.5", "0.14545454545454545",
        "0.000009894100606163098", "0.0000000000000000000000000001",
        "0.00000000000000000000000012345678901234567", "1.7976931348623157e+308",
        "123456789.123456789123456789", "1 ", " 1", "0x10", "1,5", "1_0", "1.2.3",
        "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"};
    for (const char *text : texts)
        QTest::newRow(*text == '\0' ? "nothing" : text) << QByteArray(text);
}

void TestSampleNumber::readsAsTheLibraryDoes()
{
    QFETCH(QByteArray, text);
    QVERIFY(agrees(text));
}

void TestSampleNumber::readsRandomDecimals()
{
    RandomSource random(20);
    for (int i = 0; i < 300'000; ++i) {
        const quint64 digits = random.bits() >> (random.bits() % 64);
        const QByteArray text = withPoint(QByteArray::number(digits), static_cast<int>(random.bits() % 30));
        QVERIFY2(agrees(i % 2 == 0 ? text : '-' + text), text.constData());
    }
}

void TestSampleNumber::readsRandomDoubles()
{
    RandomSource random(21);
    for (int i = 0; i < 300'000; ++i) {
        // Any mantissa, and the exponents of what people measure.
        const quint64 exponent = 1023 - 60 + random.bits() % 130;
        const double value = std::bit_cast<double>((random.bits() & 0x800f'ffff'ffff'ffff) | exponent << 52);
        std::array<char, 64> text{};
        const auto end =
            std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
        if (end.ec != std::errc())
            continue;
        const Padded padded(QByteArray(text.data(), end.ptr - text.data()));
        double read = 0.0;
        QCOMPARE(readValue(padded.begin(), padded.end(), read), padded.quote());
        QVERIFY2(std::bit_cast<quint64>(read) == std::bit_cast<quint64>(value), text.data());
    }
}

void TestSampleNumber::roundsHalfwayToEven()
{
    // Whole numbers of 54 bits and a half: exactly between two doubles, or a digit beside that.
    RandomSource random(22);
    for (int i = 0; i < 50'000; ++i) {
        const quint64 whole = quint64{1} << 52 | random.bits() >> (11 + random.bits() % 2);
        const QByteArray half = QByteArray::number(whole) + ".5";
        QVERIFY2(agrees(half) && agrees(half + '0') && agrees(half + '1'), half.constData());
        QVERIFY2(agrees(withPoint(QByteArray::number(whole * 2 + 1), 0)), half.constData());
    }
}

void TestSampleNumber::survivesRandomTexts()
{
    RandomSource random(23);
    const QByteArray alphabet = "0123456789000999.-+eENaInf\"";
    for (int i = 0; i < 100'000; ++i) {
        QByteArray text;
        for (quint64 length = random.bits() % 40; length > 0; --length)
            text += alphabet[static_cast<qsizetype>(random.bits() % static_cast<quint64>(alphabet.size()))];
        const Padded padded(text);
        double quick = 0.0;
        double slow = 0.0;
        const char *end = readValue(padded.begin(), padded.end(), quick);
        QVERIFY2(end == readAnyValue(padded.begin(), padded.end(), slow), text.constData());
        QVERIFY2(!end || std::bit_cast<quint64>(quick) == std::bit_cast<quint64>(slow), text.constData());
    }
}

void TestSampleNumber::readsTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1 for none
    QTest::newRow("a second") << QByteArray("1") << qint64{1000};
    QTest::newRow("the epoch") << QByteArray("0") << qint64{0};
    QTest::newRow("whole") << QByteArray("1795355517") << qint64{1'795'355'517'000};
    QTest::newRow("one decimal") << QByteArray("1795355517.2") << qint64{1'795'355'517'200};
    QTest::newRow("two decimals") << QByteArray("1795355517.25") << qint64{1'795'355'517'250};
    QTest::newRow("three decimals") << QByteArray("1795355517.007") << qint64{1'795'355'517'007};
    QTest::newRow("twelve digits") << QByteArray("999999999999.999") << qint64{999'999'999'999'999};
    QTest::newRow("four decimals") << QByteArray("1.0005") << qint64{-1};
    QTest::newRow("no decimals") << QByteArray("1.") << qint64{-1};
    QTest::newRow("a leading zero") << QByteArray("01") << qint64{-1};
    QTest::newRow("too far") << QByteArray("1000000000000") << qint64{-1};
    QTest::newRow("negative") << QByteArray("-1") << qint64{-1};
    QTest::newRow("nothing") << QByteArray("") << qint64{-1};
}

void TestSampleNumber::readsTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, milliseconds);
    const Padded padded(text);
    std::int64_t read = 0;
    const char *end = readTime(padded.begin(), read);
    QCOMPARE(end != nullptr, milliseconds >= 0);
    QVERIFY(!end || (end == padded.quote() && read == milliseconds));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestSampleNumber)
#include "tst_samplenumber.moc"
