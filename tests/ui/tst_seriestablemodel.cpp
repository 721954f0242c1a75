// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/seriestablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <limits>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

TimeSeriesPtr series(std::initializer_list<Sample> samples)
{
    TimeSeries made;
    for (const Sample &sample : samples) {
        made.times.push_back(sample.time);
        made.values.push_back(sample.value);
    }
    return std::make_shared<const TimeSeries>(std::move(made));
}

SeriesTableModel::Wording wording()
{
    return {.time = [](Timestamp t) { return u"t%1"_s.arg(toMilliseconds(t)); },
        .values = ValueFormatter(),
        .timeHeader = u"Time"_s};
}

} // namespace

class SeriesTableModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheModelsPromises()
    {
        SeriesTableModel model(wording());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns(
            {{series({{fromMilliseconds(1), 1.0}, {fromMilliseconds(2), 2.0}}), u"a"_s, Unit::None}});
        QCOMPARE(model.rowCount(), 2);
        model.setColumns({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 1);
    }

    void newestFirstAndSeriesSideBySide()
    {
        SeriesTableModel model(wording());
        model.setColumns(
            {{series({{fromMilliseconds(10), 0.21}, {fromMilliseconds(20), 0.4}}), u"p99"_s, Unit::Seconds},
                {series({{fromMilliseconds(20), 12480.0}, {fromMilliseconds(30), 12500.0}}), u"connections"_s,
                    Unit::Count}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Time"_s);
        QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), u"connections"_s);
        QCOMPARE(model.index(0, 0).data().toString(), u"t30"_s);
        QCOMPARE(model.index(0, 1).data(), QVariant());
        QCOMPARE(model.index(1, 1).data().toString(), u"400 ms"_s);
        QCOMPARE(model.index(1, 2).data(SeriesTableModel::RawRole).toDouble(), 12480.0);
        QCOMPARE(model.index(2, 0).data(SeriesTableModel::RawRole).toLongLong(), 10);
    }

    void gapIsEmptyAndNaNIsWritten()
    {
        SeriesTableModel model(wording());
        const double nan = std::numeric_limits<double>::quiet_NaN();
        model.setColumns(
            {{series({{fromMilliseconds(1), nan}, {fromMilliseconds(2), absentValue()}}), u"a"_s, Unit::None},
                {series({{fromMilliseconds(2), 5.0}}), u"b"_s, Unit::None}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 1).data(), QVariant());
        QCOMPARE(model.index(1, 1).data().toString(), u"NaN"_s);
    }
};

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::SeriesTableModelTest)
#include "tst_seriestablemodel.moc"
