// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"

#include <QDialog>

class QDateTimeEdit;
class QLabel;

namespace sockeye {

struct Formatting;

//! \brief Asks for a range with a beginning and an end, in the zone of the formatting.
class CustomRangeDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CustomRangeDialog)

public:
    CustomRangeDialog(const TimeRange &range, const Formatting &formatting, QWidget *parent = nullptr);
    ~CustomRangeDialog() override;

    void accept() override;

Q_SIGNALS:
    void rangeChosen(const sockeye::TimeRange &range);

private:
    [[nodiscard]] TimeRange chosen() const;

    QDateTimeEdit *m_begin;
    QDateTimeEdit *m_end;
    QLabel *m_problem;
};

} // namespace sockeye
