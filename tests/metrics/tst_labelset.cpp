// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/labelset.h"

#include <QSet>
#include <QTest>

#include <unordered_set>

namespace sockeye {

class TestLabelSet final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsAreSortedByName();
    void anEmptyLabelIsAnAbsentOne();
    void theLaterOfTwoWithOneNameStays();
    void theOrderOfGivingIsNoDifference();
    void setsThatDifferAreNotEqual_data();
    void setsThatDifferAreNotEqual();
    void valuesAreFoundByName();
    void withAddsReplacesAndRemoves();
    void copiesShareTheirLabels();
    void anOrderExists();
    void promQlIsEscaped_data();
    void promQlIsEscaped();
};

void TestLabelSet::labelsAreSortedByName()
{
    const LabelSet set{{"job", "demo"}, {"__name__", "up"}, {"instance", "a:1"}};
    const std::vector<Label> sorted{{"__name__", "up"}, {"instance", "a:1"}, {"job", "demo"}};
    QCOMPARE(set.labels(), sorted);
}

void TestLabelSet::anEmptyLabelIsAnAbsentOne()
{
    const LabelSet set{{"job", ""}, {"instance", "a:1"}};
    QCOMPARE(set, (LabelSet{{"instance", "a:1"}}));
    QCOMPARE((LabelSet{{"job", ""}}), LabelSet());
    QCOMPARE(LabelSet(std::vector<Label>{}).hash(), LabelSet().hash());
    QVERIFY((LabelSet{{"job", ""}}).isEmpty());
}

void TestLabelSet::theLaterOfTwoWithOneNameStays()
{
    const LabelSet set{{"job", "b"}, {"zone", "x"}, {"job", "a"}};
    QCOMPARE(set, (LabelSet{{"job", "a"}, {"zone", "x"}}));
    QCOMPARE((LabelSet{{"job", "b"}, {"job", ""}}), LabelSet());
}

void TestLabelSet::theOrderOfGivingIsNoDifference()
{
    const LabelSet one{{"a", "1"}, {"b", "2"}, {"c", "3"}};
    const LabelSet two{{"c", "3"}, {"a", "1"}, {"b", "2"}};
    QCOMPARE(one, two);
    QCOMPARE(one.hash(), two.hash());
    QCOMPARE(qHash(one, 9), qHash(two, 9));
    QCOMPARE((std::unordered_set<LabelSet>{one, two}).size(), 1U);
    QCOMPARE((QSet<LabelSet>{one, two}).size(), 1);
}

void TestLabelSet::setsThatDifferAreNotEqual_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("another value") << QByteArray("job") << QByteArray("demo2");
    QTest::newRow("another name") << QByteArray("jobs") << QByteArray("demo");
    QTest::newRow("the border between name and value moved") << QByteArray("jobd") << QByteArray("emo");
    QTest::newRow("case") << QByteArray("job") << QByteArray("Demo");
}

void TestLabelSet::setsThatDifferAreNotEqual()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const LabelSet set{{"job", "demo"}};
    const LabelSet other{{name, value}};
    QVERIFY(set != other);
    QVERIFY(set.hash() != other.hash());
}

void TestLabelSet::valuesAreFoundByName()
{
    const LabelSet set{{"__name__", "up"}, {"job", "demo"}, {"zone", "x"}};
    QCOMPARE(set.value("job"), QByteArray("demo"));
    QCOMPARE(set.value("zone"), QByteArray("x"));
    QCOMPARE(set.value("absent"), QByteArray());
    QCOMPARE(set.value("zzz"), QByteArray());
    QCOMPARE(set.metricName(), QByteArray("up"));
    QCOMPARE(LabelSet().metricName(), QByteArray());
}

void TestLabelSet::withAddsReplacesAndRemoves()
{
    const LabelSet set{{"job", "demo"}};
    QCOMPARE(set.with("zone", "x"), (LabelSet{{"job", "demo"}, {"zone", "x"}}));
    QCOMPARE(set.with("job", "other"), (LabelSet{{"job", "other"}}));
    QCOMPARE(set.with("job", ""), LabelSet());
    QCOMPARE(set.without("job"), LabelSet());
    QCOMPARE(set.without("absent"), set);
    QCOMPARE(set, (LabelSet{{"job", "demo"}}));
}

void TestLabelSet::copiesShareTheirLabels()
{
    const LabelSet set{{"job", "demo"}};
    const LabelSet copy = set; // NOLINT(performance-unnecessary-copy-initialization): the copy is the subject
    QCOMPARE(&copy.labels(), &set.labels());
    QCOMPARE(&LabelSet().labels(), &LabelSet().labels());
}

void TestLabelSet::anOrderExists()
{
    const LabelSet a{{"job", "a"}};
    const LabelSet b{{"job", "b"}};
    const LabelSet more{{"job", "a"}, {"zone", "x"}};
    QVERIFY(a < b);
    QVERIFY(!(b < a));
    QVERIFY(a < more);
    QVERIFY(!(a < a));
}

void TestLabelSet::promQlIsEscaped_data()
{
    QTest::addColumn<LabelSet>("set");
    QTest::addColumn<QByteArray>("promQl");
    QTest::newRow("nothing") << LabelSet() << QByteArray("{}");
    QTest::newRow("name only") << LabelSet{{"__name__", "up"}} << QByteArray("up");
    QTest::newRow("labels only") << LabelSet{{"b", "2"}, {"a", "1"}} << QByteArray(R"({a="1",b="2"})");
    QTest::newRow("both") << LabelSet{{"__name__", "up"}, {"job", "x"}} << QByteArray(R"(up{job="x"})");
    QTest::newRow("quotes") << LabelSet{{"a", R"(say "hi")"}} << QByteArray(R"({a="say \"hi\""})");
    QTest::newRow("backslash") << LabelSet{{"a", R"(C:\new)"}} << QByteArray(R"({a="C:\\new"})");
    QTest::newRow("line break") << LabelSet{{"a", "1\n2"}} << QByteArray(R"({a="1\n2"})");
    QTest::newRow("backslash before a quote") << LabelSet{{"a", R"(\")"}} << QByteArray(R"({a="\\\""})");
    QTest::newRow("a colon, as recording rules have it")
        << LabelSet{{"__name__", "job:up:sum"}, {"a", "1"}} << QByteArray(R"(job:up:sum{a="1"})");
    QTest::newRow("a metric with dots") << LabelSet{{"__name__", "my.name"}} << QByteArray(R"({"my.name"})");
    QTest::newRow("a metric and a label with dots") << LabelSet{{"__name__", "my.name"}, {"a", "1"},
        {"b.c", "2"}} << QByteArray(R"({"my.name",a="1","b.c"="2"})");
    QTest::newRow("a label with a dash")
        << LabelSet{{"__name__", "up"}, {"x-y", "1"}} << QByteArray(R"(up{"x-y"="1"})");
    QTest::newRow("a label with a colon") << LabelSet{{"x:y", "1"}} << QByteArray(R"({"x:y"="1"})");
    QTest::newRow("a digit in front")
        << LabelSet{{"__name__", "5xx"}, {"0", "1"}} << QByteArray(R"({"5xx","0"="1"})");
    QTest::newRow("names of other letters")
        << LabelSet{{"__name__", "延迟"}, {"a\"b", "1"}} << QByteArray("{\"延迟\",\"a\\\"b\"=\"1\"}");
    QTest::newRow("UTF-8 stays") << LabelSet{{"a", "规则"}} << QByteArray("{a=\"规则\"}");
}

void TestLabelSet::promQlIsEscaped()
{
    QFETCH(LabelSet, set);
    QTEST(set.toPromQl(), "promQl");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestLabelSet)
#include "tst_labelset.moc"
