// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonreader.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestJsonReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoDocumentIsRefused_data();
    void whatIsNoDocumentIsRefused();
    void presentValuesAreRead();
    void absentKeysGiveTheFallback();
    void aWrongTypeIsAnErrorAndGivesTheFallback_data();
    void aWrongTypeIsAnErrorAndGivesTheFallback();
    void aRequiredStringMustBeThere();
    void integersAreWhole_data();
    void integersAreWhole();
    void theFirstErrorSticks();
    void anErrorInADeepPlaceTellsItsPath();
    void aBadEntryOfAListTellsItsIndex();
    void absorbTakesTheFirstErrorOnly();
    void theCallersOwnErrorsCarryThePath();
};

namespace {

using Kind = JsonError::Kind;

JsonReader readerOf(const QByteArray &json)
{
    const auto object = JsonReader::parse(json);
    if (!object)
        qFatal("the test's JSON is broken");
    return JsonReader(*object);
}

} // namespace

void TestJsonReader::whatIsNoDocumentIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("offset");
    const auto row = [](const char *name, const QByteArray &json, Kind kind, qint64 offset) {
        QTest::newRow(name) << json << static_cast<int>(kind) << offset;
    };
    row("empty file", "", Kind::Syntax, 0);
    row("spaces only", "  \n", Kind::Syntax, 3);
    row("cut short", R"({"a": )", Kind::Syntax, 6);
    row("something after the end", R"({"a": 1} x)", Kind::Syntax, 9);
    row("a list", "[1, 2]", Kind::NotAnObject, -1);
}

void TestJsonReader::whatIsNoDocumentIsRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(int, kind);
    const auto parsed = JsonReader::parse(json);
    QVERIFY(!parsed.has_value());
    QCOMPARE(static_cast<int>(parsed.error().kind), kind);
    QTEST(parsed.error().offset, "offset");
    QVERIFY(parsed.error().path.isEmpty());
    QVERIFY(!parsed.error().expected.isEmpty());
}

void TestJsonReader::presentValuesAreRead()
{
    JsonReader reader = readerOf(R"({"s": "ä", "i": -3, "n": 2.5, "b": true, "l": ["x", "y"],
        "o": {"in": "side"}, "os": [{"n": 1}, {"n": 2}]})");
    QCOMPARE(reader.string("s"_L1), u"ä"_s);
    QCOMPARE(reader.requiredString("s"_L1), u"ä"_s);
    QCOMPARE(reader.integer("i"_L1), -3);
    QCOMPARE(reader.number("n"_L1), 2.5);
    QCOMPARE(reader.number("i"_L1), -3.0);
    QCOMPARE(reader.boolean("b"_L1), true);
    QCOMPARE(reader.strings("l"_L1), (QStringList{u"x"_s, u"y"_s}));
    QCOMPARE(reader.object("o"_L1).string("in"_L1), u"side"_s);
    auto objects = reader.objects("os"_L1);
    QCOMPARE(objects.size(), 2U);
    QCOMPARE(objects[1].integer("n"_L1), 2);
    QVERIFY(!reader.hasError());
}

void TestJsonReader::absentKeysGiveTheFallback()
{
    JsonReader reader = readerOf("{}");
    QCOMPARE(reader.string("k"_L1, u"x"_s), u"x"_s);
    QCOMPARE(reader.integer("k"_L1, 7), 7);
    QCOMPARE(reader.number("k"_L1, 0.5), 0.5);
    QCOMPARE(reader.boolean("k"_L1, true), true);
    QVERIFY(reader.strings("k"_L1).isEmpty());
    QVERIFY(reader.object("k"_L1).json().isEmpty());
    QVERIFY(reader.objects("k"_L1).empty());
    QVERIFY(!reader.hasError());
}

void TestJsonReader::aWrongTypeIsAnErrorAndGivesTheFallback_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("askedFor");
    for (const char *type : {"string", "integer", "number", "boolean", "strings", "object", "objects"}) {
        QTest::addRow("null for %s", type) << "null"_ba << QByteArray(type);
        const bool isText = qstrcmp(type, "string") == 0;
        QTest::addRow("other type for %s", type) << (isText ? "5"_ba : "\"text\""_ba) << QByteArray(type);
    }
}

void TestJsonReader::aWrongTypeIsAnErrorAndGivesTheFallback()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, askedFor);
    JsonReader reader = readerOf("{\"k\": " + value + "}");
    if (askedFor == "string")
        QCOMPARE(reader.string("k"_L1, u"x"_s), u"x"_s);
    else if (askedFor == "integer")
        QCOMPARE(reader.integer("k"_L1, 7), 7);
    else if (askedFor == "number")
        QCOMPARE(reader.number("k"_L1, 0.5), 0.5);
    else if (askedFor == "boolean")
        QCOMPARE(reader.boolean("k"_L1, true), true);
    else if (askedFor == "strings")
        QVERIFY(reader.strings("k"_L1).isEmpty());
    else if (askedFor == "object")
        QVERIFY(reader.object("k"_L1).json().isEmpty());
    else
        QVERIFY(reader.objects("k"_L1).empty());
    QVERIFY(reader.hasError());
    QCOMPARE(reader.error().kind, Kind::WrongType);
    QCOMPARE(reader.error().path, u"k"_s);
    QVERIFY(!reader.error().expected.isEmpty());
}

void TestJsonReader::aRequiredStringMustBeThere()
{
    JsonReader absent = readerOf("{}");
    QCOMPARE(absent.requiredString("url"_L1), QString());
    QCOMPARE(absent.error(), (JsonError{Kind::Missing, u"url"_s, u"a string"_s, -1}));
    JsonReader wrong = readerOf(R"({"url": 5})");
    QCOMPARE(wrong.requiredString("url"_L1), QString());
    QCOMPARE(wrong.error().kind, Kind::WrongType);
}

void TestJsonReader::integersAreWhole_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<qint64>("value");
    QTest::newRow("small") << "42"_ba << true << qint64{42};
    QTest::newRow("beyond a double's digits") << "9007199254740993"_ba << true << qint64{9007199254740993};
    QTest::newRow("the largest") << "9223372036854775807"_ba << true << std::numeric_limits<qint64>::max();
    QTest::newRow("written with a point") << "3.0"_ba << true << qint64{3};
    QTest::newRow("a fraction") << "2.5"_ba << false << qint64{-1};
    QTest::newRow("too large") << "1e300"_ba << false << qint64{-1};
}

void TestJsonReader::integersAreWhole()
{
    QFETCH(QByteArray, number);
    QFETCH(bool, whole);
    JsonReader reader = readerOf("{\"k\": " + number + "}");
    QTEST(reader.integer("k"_L1, -1), "value");
    QCOMPARE(!reader.hasError(), whole);
}

void TestJsonReader::theFirstErrorSticks()
{
    JsonReader reader = readerOf(R"({"a": 1, "b": 2})");
    static_cast<void>(reader.string("a"_L1));
    static_cast<void>(reader.boolean("b"_L1));
    static_cast<void>(reader.requiredString("c"_L1));
    QCOMPARE(reader.error(), (JsonError{Kind::WrongType, u"a"_s, u"a string"_s, -1}));
}

void TestJsonReader::anErrorInADeepPlaceTellsItsPath()
{
    JsonReader reader = readerOf(R"({"endpoints": [{}, {"http": {"tls": {"ca": 5}}}]})");
    auto endpoints = reader.objects("endpoints"_L1);
    JsonReader http = endpoints[1].object("http"_L1);
    JsonReader tls = http.object("tls"_L1);
    static_cast<void>(tls.string("ca"_L1));
    QCOMPARE(tls.error().path, u"endpoints[1].http.tls.ca"_s);
    QCOMPARE(tls.path(), u"endpoints[1].http.tls"_s);
    static_cast<void>(endpoints[0].requiredString("url"_L1));
    QCOMPARE(endpoints[0].error().path, u"endpoints[0].url"_s);
}

void TestJsonReader::aBadEntryOfAListTellsItsIndex()
{
    JsonReader strings = readerOf(R"({"names": ["a", 5, null]})");
    QCOMPARE(strings.strings("names"_L1).size(), 3);
    QCOMPARE(strings.error(), (JsonError{Kind::WrongType, u"names[1]"_s, u"a string"_s, -1}));
    JsonReader objects = readerOf(R"({"endpoints": [{}, {}, "x"]})");
    QCOMPARE(objects.objects("endpoints"_L1).size(), 3U);
    QCOMPARE(objects.error(), (JsonError{Kind::WrongType, u"endpoints[2]"_s, u"an object"_s, -1}));
}

void TestJsonReader::absorbTakesTheFirstErrorOnly()
{
    JsonReader reader = readerOf(R"({"one": {"x": 1}, "two": {"x": 1}, "fine": {}})");
    JsonReader one = reader.object("one"_L1);
    JsonReader two = reader.object("two"_L1);
    static_cast<void>(one.string("x"_L1));
    static_cast<void>(two.string("x"_L1));
    reader.absorb(reader.object("fine"_L1));
    QVERIFY(!reader.hasError());
    reader.absorb(two);
    reader.absorb(one);
    QCOMPARE(reader.error().path, u"two.x"_s);
}

void TestJsonReader::theCallersOwnErrorsCarryThePath()
{
    JsonReader reader(QJsonObject{}, u"rules[3]"_s);
    reader.fail(Kind::BadValue, "for"_L1, u"a duration"_s);
    QCOMPARE(reader.error(), (JsonError{Kind::BadValue, u"rules[3].for"_s, u"a duration"_s, -1}));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestJsonReader)
#include "tst_jsonreader.moc"
