// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace sockeye {

//! \brief Lets the wheel scroll a form: choices and numbers turn with it only while they have the focus, or
//! scrolling past one would change it unseen.
class WheelGuard final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WheelGuard)

public:
    //! \brief Guards what is in \a form by now, and belongs to it.
    explicit WheelGuard(QWidget &form);
    ~WheelGuard() override;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace sockeye
