// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace sockeye {

class Theme;
struct Formatting;
template <typename Row>
class TableModel;

//! \brief The services at the left, worst first, with a filter. The selection follows its service when the
//! order changes.
class ServiceList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceList)

public:
    //! References must outlive the widget.
    ServiceList(const Theme &theme, const Formatting &formatting, QWidget *parent = nullptr);
    ~ServiceList() override;

    void setServices(const std::vector<ServiceStatus> &services);
    [[nodiscard]] ServiceId current() const;
    void select(const ServiceId &id);
    void focusFilter();

Q_SIGNALS:
    void currentChanged(const sockeye::ServiceId &id);

private:
    void followWorst();
    void ensureSelection();
    void announce();

    TableModel<ServiceStatus> *m_model;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_filter;
    QListView *m_view;
    ServiceId m_current;
    bool m_isChosen = false; //!< by the user, or because all services were heard
    bool m_isFollowing = false;
};

} // namespace sockeye
