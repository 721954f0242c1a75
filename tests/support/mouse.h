// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QMouseEvent>
#include <QWidget>

namespace sockeye::test {

//! \brief Moves the mouse over \a widget. QTest::mouseMove() moves the cursor of the platform instead, and
//! hopes that it is not there already.
inline void moveMouse(QWidget &widget, const QPoint &position)
{
    QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton, Qt::NoButton,
        Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace sockeye::test
