// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/monitorsession.h"

#include <QWidget>

class QLabel;

namespace sockeye {

class Theme;
struct Formatting;

//! \brief The line at the bottom: age of the data, query time, clock offset, probes, alerts, zone.
class StatusStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusStrip)

public:
    StatusStrip(
        const MonitorSession &session, const Clock &clock, const Theme &theme, const Formatting &formatting);
    ~StatusStrip() override;

    //! \brief Says it anew; ages grow by themselves, so the owner calls this once a second.
    void update();
    //! \brief A passing word, such as what a fault of the demo answered; gone after ten seconds.
    void showMessage(const QString &message);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const MonitorSession &m_session;
    const Clock &m_clock;
    const Theme &m_theme;
    const Formatting &m_formatting;
    QLabel *m_source;
    QLabel *m_probes;
    QLabel *m_alerts;
    QLabel *m_message;
    QLabel *m_zone;
    MonotonicTime m_messageUntil;
};

} // namespace sockeye
