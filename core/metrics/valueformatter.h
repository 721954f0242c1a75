// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/metrics/unit.h"

#include <QLocale>
#include <QString>

namespace sockeye {

//! \brief A number and its unit as two texts, so that a tile can set them in two sizes.
struct FormattedValue {
    QString number;
    QString unit;

    [[nodiscard]] QString joined() const { return unit.isEmpty() ? number : QString(number % u' ' % unit); }
    friend bool operator==(const FormattedValue &, const FormattedValue &) = default;
};

//! \brief Turns values into text for people: three significant digits (whole counts below 100,000 have all of
//! theirs), SI prefixes (IEC for bytes), the given locale's digits and separators; what no prefix fits is in
//! powers of ten, so that nothing but zero reads as zero. NaN is "NaN", an absent value is an em dash, the
//! infinities are "∞" and "−∞".
class ValueFormatter final {
public:
    explicit ValueFormatter(QLocale locale = QLocale::c());

    [[nodiscard]] FormattedValue format(double value, Unit unit) const;
    [[nodiscard]] QString text(double value, Unit unit) const { return format(value, unit).joined(); }
    //! \brief One or two units, coarsest first, rounded down: "3 min", "2 h 5 min", "450 ms".
    [[nodiscard]] QString duration(std::chrono::milliseconds duration) const;

private:
    [[nodiscard]] QString digits(double value) const;
    [[nodiscard]] FormattedValue scaled(
        double value, double base, const char *const *prefixes, int count, const QString &unit) const;

    QLocale m_locale;
};

} // namespace sockeye
