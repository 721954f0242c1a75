// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"

#include <QWidget>

class QAbstractButton;

namespace sockeye {

class Theme;
struct Formatting;

//! \brief The active alerts of a service as a row of chips: shape, name, phase and age. Takes no room when
//! there is none.
class AlertChips final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertChips)

public:
    AlertChips(const Theme &theme, const Formatting &formatting, QWidget *parent = nullptr);
    ~AlertChips() override;

    void setAlerts(const std::vector<ActiveAlert> &alerts, Timestamp now);

Q_SIGNALS:
    void activated(const sockeye::ActiveAlert &alert);

private:
    const Theme &m_theme;
    const Formatting &m_formatting;
    std::vector<QAbstractButton *> m_chips;
};

} // namespace sockeye
