// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QEvent>
#include <QWidget>

#include <functional>
#include <utility>

namespace sockeye {

//! \brief Runs an update of a widget at once while the widget is shown, else once when it is shown again:
//! nobody sees the tables of a minimised window, and laying them out would be most of what it costs. Main
//! thread only.
class VisibleUpdate final : public QObject {
    Q_DISABLE_COPY_MOVE(VisibleUpdate)

public:
    //! \a widget owns it.
    VisibleUpdate(QWidget *widget, std::function<void()> update)
        : QObject(widget)
        , m_update(std::move(update))
    {
        widget->installEventFilter(this);
    }

    void request()
    {
        m_isDue = true;
        if (m_isShown)
            run();
    }
    //! \brief Makes good at once what was put off.
    void run()
    {
        if (std::exchange(m_isDue, false))
            m_update();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // A minimised window counts as visible; its widgets are told of hiding all the same.
        if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
            m_isShown = event->type() == QEvent::Show;
            if (m_isShown)
                run();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_update;
    bool m_isShown = false;
    bool m_isDue = false;
};

} // namespace sockeye
