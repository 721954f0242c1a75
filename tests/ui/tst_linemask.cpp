// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/linemask.h"

#include <QTest>

namespace sockeye {

namespace {

//! How many pixels' worth of ink a column has.
double inkOf(const QImage &image, int column)
{
    double sum = 0.0;
    for (int y = 0; y < image.height(); ++y)
        sum += qAlpha(image.pixel(column, y)) / 255.0;
    return sum;
}

int inkAt(const QImage &image, int x, int y)
{
    return qAlpha(image.pixel(x, y));
}

QImage draw(const QPolygonF &line, double width = 1.4, const QRect &area = {0, 0, 20, 20})
{
    LineMask mask(area, width);
    mask.add(line);
    return mask.image(Qt::red);
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 0.02;
}

} // namespace

class LineMaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFlatLineIsAsHighAsItIsWide_data()
    {
        QTest::addColumn<double>("y");
        QTest::newRow("on the middle of a row") << 10.5;
        QTest::newRow("between two rows") << 10.0;
        QTest::newRow("anywhere") << 10.3;
    }

    void aFlatLineIsAsHighAsItIsWide()
    {
        QFETCH(double, y);
        const QImage image = draw({{-1.0, y}, {21.0, y}});
        for (int x = 0; x < 20; ++x)
            QVERIFY(isNear(inkOf(image, x), 1.4));
    }

    void anUprightLineIsAsWideAsItIs_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("x");
        QTest::newRow("thin") << 1.0 << 10.5;
        QTest::newRow("usual") << 1.4 << 10.5;
        QTest::newRow("on a screen of twice the pixels") << 2.8 << 11.0;
    }

    void anUprightLineIsAsWideAsItIs()
    {
        QFETCH(double, width);
        QFETCH(double, x);
        const QImage image = draw({{x, 4.0}, {x, 14.0}}, width);
        double sum = 0.0;
        for (int column = 0; column < 20; ++column)
            sum += inkOf(image, column);
        QVERIFY2(std::abs(sum - 10.0 * width) < 0.1, qPrintable(QString::number(sum)));
        QCOMPARE(inkAt(image, 10, 3), 0);
        QCOMPARE(inkAt(image, 10, 4), 255);
        QCOMPARE(inkAt(image, 10, 13), 255);
        QCOMPARE(inkAt(image, 10, 14), 0);
    }

    void aSlopeHasNoHoles()
    {
        const QImage image = draw({{0.5, 1.0}, {19.5, 18.0}});
        for (int x = 1; x < 19; ++x) {
            const double y = 1.0 + (x + 0.5 - 0.5) * 17.0 / 19.0;
            QCOMPARE(inkAt(image, x, static_cast<int>(y)), 255);
        }
    }

    void twoLinesAreNotJoined()
    {
        LineMask mask({0, 0, 20, 20}, 1.4);
        mask.add({{0.5, 5.0}, {6.5, 5.0}});
        mask.add({{12.5, 5.0}, {19.5, 5.0}});
        const QImage image = mask.image(Qt::red);
        QVERIFY(inkOf(image, 5) > 1.0);
        for (int x = 8; x < 12; ++x)
            QCOMPARE(inkOf(image, x), 0.0);
        QVERIFY(inkOf(image, 13) > 1.0);
    }

    void whatIsOutsideIsLeftOut()
    {
        const QImage image = draw({{-50.0, -40.0}, {-10.0, 60.0}, {5.5, -40.0}, {5.5, 60.0}, {90.0, 60.0}});
        QVERIFY(isNear(inkOf(image, 5), 20.0));
        QCOMPARE(inkOf(image, 19), 0.0);
        QVERIFY(draw({{0.0, 1.0}, {1.0, 1.0}}, 1.4, {}).isNull());
    }

    void theAreasCornerIsTheImages()
    {
        const QImage image = draw({{100.0, 205.5}, {120.0, 205.5}}, 1.0, {100, 200, 20, 20});
        QCOMPARE(inkAt(image, 10, 5), 255);
        QVERIFY(isNear(inkOf(image, 10), 1.0));
    }

    void theColourIsKept_data()
    {
        QTest::addColumn<QColor>("color");
        QTest::newRow("opaque") << QColor(0xD5, 0x5E, 0x00);
        QTest::newRow("half transparent") << QColor(0xD5, 0x5E, 0x00, 0x80);
    }

    void theColourIsKept()
    {
        QFETCH(QColor, color);
        LineMask mask({0, 0, 4, 4}, 2.0);
        mask.add({{0.0, 2.0}, {4.0, 2.0}});
        const QColor drawn = mask.image(color).pixelColor(2, 2);
        QCOMPARE(drawn.alpha(), color.alpha());
        QVERIFY(std::abs(drawn.red() - color.red()) <= 1 && std::abs(drawn.green() - color.green()) <= 1);
    }
};

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::LineMaskTest)
#include "tst_linemask.moc"
