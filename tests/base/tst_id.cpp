// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/id.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <type_traits>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestId final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anIdIsSixteenHexadecimalDigits();
    void idsAreUnique();
    void twoStartsGiveDifferentIds();
    void idsAreOrderedByTheirText();
    void equalIdsHashAlike();
    void aNewIdIsNotNull();
    void idsOfDifferentKindsDoNotMix();
};

void TestId::anIdIsSixteenHexadecimalDigits()
{
    RandomSource random(1);
    const QRegularExpression shape(u"^[0-9a-f]{16}$"_s);
    for (int i = 0; i < 1000; ++i) {
        const QString value = RuleId::create(random).value;
        QVERIFY2(shape.match(value).hasMatch(), qPrintable(value));
    }
}

void TestId::idsAreUnique()
{
    RandomSource random(1);
    QSet<TargetId> ids;
    for (int i = 0; i < 10'000; ++i)
        ids.insert(TargetId::create(random));
    QCOMPARE(ids.size(), 10'000);
}

void TestId::twoStartsGiveDifferentIds()
{
    RandomSource one = RandomSource::fromSystem();
    RandomSource two = RandomSource::fromSystem();
    QVERIFY(ServiceId::create(one) != ServiceId::create(two));
}

void TestId::idsAreOrderedByTheirText()
{
    std::vector<PanelId> ids{{u"b"_s}, {u"a"_s}, {u""_s}, {u"ab"_s}};
    std::sort(ids.begin(), ids.end());
    QCOMPARE(ids, (std::vector<PanelId>{{u""_s}, {u"a"_s}, {u"ab"_s}, {u"b"_s}}));
}

void TestId::equalIdsHashAlike()
{
    const EndpointId id{u"0123456789abcdef"_s};
    const EndpointId same{QString::fromLatin1("0123456789abcdef")};
    QCOMPARE(id, same);
    QCOMPARE(qHash(id, 5), qHash(same, 5));
}

void TestId::aNewIdIsNotNull()
{
    RandomSource random(1);
    QVERIFY(RuleId().isNull());
    QVERIFY(!RuleId::create(random).isNull());
}

void TestId::idsOfDifferentKindsDoNotMix()
{
    static_assert(!std::is_convertible_v<RuleId, TargetId>);
    static_assert(!std::equality_comparable_with<RuleId, TargetId>);
    static_assert(!std::is_convertible_v<RuleId, QString>);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestId)
#include "tst_id.moc"
