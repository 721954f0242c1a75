// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/yamldocument.h"

#include <QJsonDocument>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestYamlDocument final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTextStandsForItsJson_data();
    void aTextStandsForItsJson();
    void aWrongTextIsRefusedAtItsPlace_data();
    void aWrongTextIsRefusedAtItsPlace();
    void eachPathHasItsPlace_data();
    void eachPathHasItsPlace();
};

void TestYamlDocument::aTextStandsForItsJson_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray() << QByteArray("{}");
    QTest::newRow("a comment") << QByteArray("# nothing yet\n") << QByteArray("{}");
    QTest::newRow("null") << QByteArray("---\n~\n") << QByteArray("{}");
    QTest::newRow("text") << QByteArray("a: b c\n") << QByteArray(R"({"a":"b c"})");
    QTest::newRow("numbers") << QByteArray("a: 12\nb: -3\nc: 0.5\nd: 1e3\ne: 007\n")
                             << QByteArray(R"({"a":12,"b":-3,"c":0.5,"d":1000,"e":7})");
    QTest::newRow("booleans") << QByteArray("a: true\nb: False\n") << QByteArray(R"({"a":true,"b":false})");
    QTest::newRow("no Norway") << QByteArray("a: no\nb: on\nc: y\n")
                               << QByteArray(R"({"a":"no","b":"on","c":"y"})");
    QTest::newRow("quoted is text") << QByteArray("a: \"12\"\nb: 'true'\nc: ''\n")
                                    << QByteArray(R"({"a":"12","b":"true","c":""})");
    QTest::newRow("null inside") << QByteArray("a:\nb: null\n") << QByteArray(R"({"a":null,"b":null})");
    QTest::newRow("a duration is text")
        << QByteArray("a: 1m30s\nb: 10s\n") << QByteArray(R"({"a":"1m30s","b":"10s"})");
    QTest::newRow("nested") << QByteArray("a:\n  b:\n    - c: 1\n      d: 2\n    - [x, y]\n")
                            << QByteArray(R"({"a":{"b":[{"c":1,"d":2},["x","y"]]}})");
    QTest::newRow("a block of text") << QByteArray("a: |\n  one\n  two\n")
                                     << QByteArray(R"({"a":"one\ntwo\n"})");
    QTest::newRow("beyond ASCII") << QByteArray("名: 值\n") << QByteArray("{\"名\":\"值\"}");
    QTest::newRow("JSON") << QByteArray(R"({"a": [1, "2"]})") << QByteArray(R"({"a":[1,"2"]})");
}

void TestYamlDocument::aTextStandsForItsJson()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    const auto document = YamlDocument::parse(yaml);
    QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().detail));
    QCOMPARE(QJsonDocument(document->root()).toJson(QJsonDocument::Compact),
        QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact));
}

void TestYamlDocument::aWrongTextIsRefusedAtItsPlace_data()
{
    using Kind = YamlError::Kind;
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &yaml, Kind kind, YamlMark mark) {
        QTest::newRow(name) << yaml << static_cast<int>(kind) << mark.line << mark.column;
    };
    row("a tab", "a:\n\tb: 1\n", Kind::Syntax, {2, 1});
    row("a quote that does not end", "a: 1\nb: \"x\n", Kind::Syntax, {3, 1});
    row("no UTF-8", "a: \xff\n", Kind::Syntax, {1, 1});
    row("a list", "- a\n- b\n", Kind::NotAMapping, {1, 1});
    row("a word", "hello\n", Kind::NotAMapping, {1, 1});
    row("a key twice", "a: 1\nb: 2\na: 3\n", Kind::DuplicateKey, {3, 1});
    row("a nested key twice", "a:\n  b: 2\n  b: 3\n", Kind::DuplicateKey, {3, 3});
    row("a list as key", "? [a, b]\n: 1\n", Kind::KeyNotText, {1, 3});
    row("an anchor", "a: &x 1\nb: 2\n", Kind::Alias, {1, 4});
    row("an anchor of a list", "a: &x [1]\n", Kind::Alias, {1, 4});
    row("an alias", "a: *x\n", Kind::Alias, {1, 4});
    row("a type of one's own", "a: !env HOME\n", Kind::Tag, {1, 4});
    row("two documents", "a: 1\n---\nb: 2\n", Kind::SeveralDocuments, {2, 1});
    row("very deep", "a: " + QByteArray(40, '[') + QByteArray(40, ']') + '\n', Kind::TooDeep, {1, 35});
}

void TestYamlDocument::aWrongTextIsRefusedAtItsPlace()
{
    QFETCH(QByteArray, yaml);
    QFETCH(int, kind);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto document = YamlDocument::parse(yaml);
    QVERIFY(!document.has_value());
    QCOMPARE(static_cast<int>(document.error().kind), kind);
    QCOMPARE(document.error().mark.line, line);
    QCOMPARE(document.error().mark.column, column);
}

void TestYamlDocument::eachPathHasItsPlace_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("a key") << u"modules"_s << 1 << 1;
    QTest::newRow("a nested key") << u"modules.ws.timeout"_s << 3 << 5;
    QTest::newRow("an element") << u"targets[1]"_s << 6 << 5;
    QTest::newRow("a key of an element") << u"targets[1].url"_s << 7 << 5;
    QTest::newRow("an absent key is missed in its mapping") << u"targets[1].module"_s << 6 << 5;
    QTest::newRow("an absent key of the document") << u"nothing"_s << 1 << 1;
}

void TestYamlDocument::eachPathHasItsPlace()
{
    QFETCH(QString, path);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto document = YamlDocument::parse("modules:\n"
                                              "  ws:\n"
                                              "    timeout: 5s\n"
                                              "targets:\n"
                                              "  - name: a\n"
                                              "  - name: b\n"
                                              "    url: ws://b\n");
    QVERIFY(document.has_value());
    QCOMPARE(document->markOf(path), (YamlMark{line, column}));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestYamlDocument)
#include "tst_yamldocument.moc"
