// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QWidget;

namespace sockeye {

//! \brief Tells benchmarks how long the start took: prints "sockeye: first-window MS" to standard error when
//! a window has been painted, and "sockeye: first-data MS" when a panel has something to show. Silent unless
//! SOCKEYE_TRACE_START holds the time of the start, in nanoseconds of the monotonic clock.
class StartTrace final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartTrace)

public:
    //! \a clock must outlive the trace.
    explicit StartTrace(const Clock &clock, QObject *parent = nullptr);
    ~StartTrace() override;

    //! \brief Waits for the first frame of \a window, then until \a describe, which is called while the
    //! window lives, tells of a panel with a value.
    void follow(QWidget &window, std::function<QJsonObject()> describe);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void print(const char *what) const;
    void onFirstFrame();
    void onPoll();

    const Clock &m_clock;
    std::optional<MonotonicTime> m_start;
    std::function<QJsonObject()> m_describe; //!< empty when there is no window
    QTimer m_poll;
};

} // namespace sockeye
